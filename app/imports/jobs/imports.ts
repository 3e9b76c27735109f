import checkImport from '#imports/actions/check_import'
import { commitImport } from '#imports/actions/commit_import'
import { defineJob } from '#jobs/define_job'

defineJob<{ importId: number }>({
  kind: 'imports.check',
  async handle({ ctx, payload: { importId }, progress }) {
    const { good, bad } = await checkImport(ctx, importId, (done, failed) =>
      progress(done, { failed, total: done + failed })
    )
    return { message: `校验通过 ${good} 行，不通过 ${bad} 行`, to: `/imports/${importId}` }
  },
})

defineJob<{ importId: number }>({
  kind: 'imports.commit',
  async handle({ ctx, payload: { importId }, progress }) {
    const { committed, refused } = await commitImport(ctx, importId, (done, failed) =>
      progress(done, { failed })
    )
    return {
      message: `成功 ${committed} 行${refused > 0 ? `，失败 ${refused} 行` : ''}`,
      to: `/imports/${importId}`,
    }
  },
})
