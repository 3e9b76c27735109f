import { readFileSync } from 'node:fs'
import { minutesData } from '#certificates/minutes/minutes_data'
import { DocumentRefused, renderDocument } from '#certificates/rendering/render_document'
import { signPdf } from '#certificates/signing/sign_pdf'
import { currentSigner } from '#certificates/signing/signer'
import Meeting from '#evaluations/models/meeting'
import { storeBytes } from '#files/store_file'
import { defineJob } from '#jobs/define_job'
import { today } from '#web/actor'
import { Refusal } from '#web/refusal'

const TEMPLATE = readFileSync(new URL('../minutes/minutes.typ.hbs', import.meta.url), 'utf8')

/** A meeting of thousands: a dozen or so stand on a page, and the words of the whole list are set at once. */
const MOST_PAGES = 2000
const TIME_LIMIT = 600_000

/** Minutes and result sheet of a reported meeting as one signed PDF (R31, R32); run again it takes the place of the last. */
export default defineJob<{ meetingId: number }>({
  kind: 'meetings.minutes',
  async handle({ payload: { meetingId }, ctx }) {
    const meeting = await Meeting.findOrFail(meetingId)
    if (!['reported', 'closed'].includes(meeting.status))
      return { message: '评审结果已撤回，没有生成会议纪要。' }
    const signer = await currentSigner()
    const { bytes } = await renderDocument(
      {
        template: TEMPLATE,
        data: await minutesData(meeting),
        sealText: signer.sealText,
        day: today(ctx),
        output: 'pdf',
        mostPages: MOST_PAGES,
      },
      { lane: 'large', timeoutMs: TIME_LIMIT }
    ).catch((error) => {
      throw error instanceof DocumentRefused ? new Refusal('document', error.message) : error
    })
    const signed = await signPdf(bytes, signer, {
      reason: '评审会议纪要',
      at: ctx.now().toJSDate(),
    })
    const file = await storeBytes(ctx, signed, {
      name: `会议纪要-${meeting.name}.pdf`,
      extension: 'pdf',
      purpose: 'minutes',
      applicationId: null,
    })
    await meeting.merge({ minutesFileId: file.id }).save()
    return { message: '会议纪要和评审结果表已生成。', to: `/meetings/${meetingId}/minutes` }
  },
})
