import { makeArchive } from '#certificates/archives/make_archive'
import { defineJob } from '#jobs/define_job'

defineJob<{ archiveId: number }>({
  kind: 'certificates.archive',
  async handle({ payload, ctx, progress }) {
    const files = await makeArchive(ctx, payload.archiveId, (done) => progress(done))
    return { message: `归档包已生成，共 ${files} 个文件`, to: '/archives' }
  },
})
