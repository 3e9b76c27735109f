import db from '@adonisjs/lucid/services/db'
import changeTogether from '#committees/transfer/change_together'
import { defineJob } from '#jobs/define_job'
import { inChunks } from '#jobs/in_chunks'

/** Carries out an order of HU-77/HU-78; those that cannot change say why and stay where they are. */
defineJob<{ changeId: number }>({
  kind: 'committees.transfer',
  async handle({ ctx, payload: { changeId }, progress }) {
    const change = await db.from('committee_changes').where('id', changeId).firstOrFail()
    const tell = async () => {
      const { changed, refused } = await counts(changeId)
      await progress(changed, { failed: refused, total: change.total })
    }
    const waiting = await db
      .from('committee_change_cases')
      .where({ change_id: changeId, status: 'waiting' })
      .orderBy('application_id')
      .select('application_id')
    const input = { changeId, committeeId: change.committee_id, reason: change.reason }
    await inChunks(
      waiting.map((row) => Number(row.application_id)),
      {
        together: (trx, applicationIds) => changeTogether(ctx, { ...input, applicationIds }, trx),
        refused: async (applicationId, { message }) => {
          await db
            .from('committee_change_cases')
            .where({ change_id: changeId, application_id: applicationId, status: 'waiting' })
            .update({ status: 'refused', message: message.slice(0, 300) })
        },
        told: tell,
      }
    )
    const { changed, refused } = await counts(changeId)
    return {
      message: `已转换 ${changed} 份${refused > 0 ? `，${refused} 份未转换` : ''}`,
      to: '/committee-transfer',
      failures: await failures(changeId),
    }
  },
})

async function counts(changeId: number) {
  const rows = await db
    .from('committee_change_cases')
    .where('change_id', changeId)
    .groupBy('status')
    .select('status')
    .count('* as count')
  const of = (status: string) => Number(rows.find((row) => row.status === status)?.count ?? 0)
  return { changed: of('changed'), refused: of('refused') }
}

const failures = async (changeId: number) =>
  (
    await db
      .from('committee_change_cases as x')
      .join('applications as a', 'a.id', 'x.application_id')
      .where({ 'x.change_id': changeId, 'x.status': 'refused' })
      .orderBy('a.id')
      .limit(100)
      .select('a.code', 'x.message')
  ).map(({ code, message }) => ({ label: `申报 ${code}`, reason: message as string }))
