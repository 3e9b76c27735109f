import type { HttpContext } from '@adonisjs/core/http'
import repeatJob from '#jobs/actions/repeat_job'
import { jobCard, jobsOf, listJobs } from '#jobs/queries/jobs_of'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf, paged } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** Long work of a person: how far it is, what it left, and once more where it failed. */
export default class JobsController {
  async index({ inertia, actor, request }: HttpContext) {
    const filters = filtersOf(request, ['status', 'origin'])
    const { data, meta } = await paged(listJobs(actor!, filters), pageOf(request))
    return page(inertia, 'shared/jobs', { jobs: { data: data.map(jobCard), meta }, filters })
  }

  async show({ inertia, actor, params }: HttpContext) {
    return page(inertia, 'shared/job', { job: await this.#find(actor!, params.id) })
  }

  async state({ response, actor, params }: HttpContext) {
    return response.json(await this.#find(actor!, params.id))
  }

  async repeat(ctx: HttpContext) {
    await repeatJob(actorContext(ctx), { id: Number(ctx.params.id) })
    return done(ctx, { message: '已重新开始执行' })
  }

  async #find(actor: NonNullable<HttpContext['actor']>, id: string) {
    const job = await jobsOf(actor).where('id', Number(id)).first()
    if (!job) throw new NotFound('没有这项任务。')
    return jobCard(job)
  }
}
