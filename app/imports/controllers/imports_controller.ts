import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { orderCommit } from '#imports/actions/commit_import'
import startImport from '#imports/actions/start_import'
import { importDefinition, type Cells, type ImportDefinition } from '#imports/define_import'
import { everyRow, openBad, type BadRow, type GoodRow } from '#imports/stored_rows'
import { templateOf } from '#imports/template'
import { actorContext, type Actor } from '#web/actor'
import { sayIn } from '#web/brand'
import { xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { paged, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

const minute = (at: Date) =>
  DateTime.fromJSDate(at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm')
const STATES = { bad: '校验不通过', refused: '未能导入' }

/** The one import of all registers: template, check, returned file, commit (HU-34, 36…40, 46). */
export default class ImportsController {
  async create(ctx: HttpContext) {
    const definition = definitionFor(ctx.actor!, ctx.params.kind)
    const query = db
      .from('imports')
      .where({ account_id: ctx.actor!.accountId, kind: definition.kind })
      .orderBy('id', 'desc')
    const found = await paged<Record<string, any>>(query as never, pageOf(ctx.request))
    return page(ctx.inertia, 'tenant_admin/imports/index', {
      kind: definition.kind,
      label: definition.label,
      path: definition.path,
      note: definition.note ?? null,
      columns: definition.columns.map(({ title, required = false, hint = null }) => ({
        title,
        required,
        hint,
      })),
      choices: await Promise.all(
        definition.choices.map(async ({ choices, ...choice }) => ({
          ...choice,
          options: await choices(),
          chosen: String(ctx.request.input(choice.name, '')) || null,
        }))
      ),
      imports: { meta: found.meta, data: found.data.map(card) },
    })
  }

  async template({ actor, params, response, tenant }: HttpContext) {
    const definition = definitionFor(actor!, params.kind)
    const say = await sayIn(tenant)
    response.header(
      'content-type',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    )
    response.header('cache-control', 'private, no-store')
    response.header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(say(`${definition.label}导入模板.xlsx`))}`
    )
    return response.send(Buffer.from(await templateOf(definition)))
  }

  async store(ctx: HttpContext) {
    const definition = definitionFor(ctx.actor!, ctx.params.kind)
    const chosen: Cells = {}
    for (const { name } of definition.choices) {
      const value = ctx.request.input(name)
      if (typeof value === 'string' && value) chosen[name] = value.slice(0, 100)
    }
    const file = ctx.request.file('file')
    const id = await startImport(actorContext(ctx), definition, file, chosen)
    return done(ctx, { message: '文件已上传，正在校验', to: `/imports/${id}` })
  }

  async show(ctx: HttpContext) {
    const { row, definition } = await own(ctx)
    const rows = await paged<Record<string, any>>(
      db.from('import_rows').where('import_id', row.id).orderBy('number') as never,
      pageOf(ctx.request)
    )
    const titles = definition.columns.slice(0, 3)
    return page(ctx.inertia, 'tenant_admin/imports/show', {
      imported: card(row),
      progress: await progressOf(row),
      kind: definition.kind,
      label: definition.label,
      path: definition.path,
      titles: titles.map(({ title }) => title),
      rows: {
        meta: rows.meta,
        data: rows.data.map((each) => {
          const { number, cells, reason } = openBad(row.id)(each)
          return { number, reason, cells: titles.map(({ key }) => cells[key] ?? '') }
        }),
      },
    })
  }

  /** The file as it was sent, with the verdict and the reason in each row; after the commit what is left to mend. */
  async returned(ctx: HttpContext) {
    const { row, definition } = await own(ctx)
    const { columns } = definition
    return xlsxReply<GoodRow | BadRow>(ctx, {
      name: `${definition.label}校验结果`,
      columns: [
        { title: '行号', value: ({ number }) => number },
        { title: '结果', value: (each) => ('reason' in each ? STATES[each.status] : '校验通过') },
        { title: '原因', value: (each) => ('reason' in each ? each.reason : ''), width: 50 },
        ...columns.map(({ key, title }) => ({
          title,
          value: ({ cells }: { cells: Cells }) => cells[key],
        })),
      ],
      rows: everyRow(row.id),
    })
  }

  async commit(ctx: HttpContext) {
    const { row } = await own(ctx)
    await orderCommit(actorContext(ctx), row.id)
    return done(ctx, { message: '正在导入校验通过的行', to: `/imports/${row.id}` })
  }
}

function definitionFor(actor: Actor, kind: string): ImportDefinition {
  const definition = importDefinition(kind)
  if (!definition || !actor.can(definition.ability)) throw new NotFound()
  return definition
}

/** An import of the actor himself; any other answers as if it did not exist. */
async function own({ actor, params }: HttpContext) {
  const row = await db
    .from('imports')
    .where({ id: Number(params.id), account_id: actor!.accountId })
    .first()
  if (!row) throw new NotFound()
  return { row, definition: definitionFor(actor!, row.kind) }
}

/** How many rows the running half of an import has worked through. */
async function progressOf({ id, status }: Record<string, any>) {
  const half = { checking: 'check', committing: 'commit' }[status as string]
  const job = half && (await db.from('jobs').where('key', `imports.${half}:${id}`).first())
  return job ? Number(job.done) + Number(job.failed) : 0
}

const card = (row: Record<string, any>) => ({
  id: row.id as number,
  fileName: row.file_name as string,
  status: row.status as string,
  total: row.total as number,
  good: row.good as number,
  bad: row.bad as number,
  committed: row.committed as number,
  fault: row.fault as string | null,
  createdAt: minute(row.created_at),
})
