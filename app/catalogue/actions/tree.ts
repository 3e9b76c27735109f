import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { specialtyTree, titleTree } from '#catalogue/queries/tree'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

type Table = 'specialties' | 'titles'

export interface NodeInput {
  series: string
  parentId?: number | null
  code: string
  name: string
  level?: string
  nationalTitle?: string | null
}

const WORDS = { specialties: '专业', titles: '职称' } as const

/** Adds a node below a series; a removed one with the code comes back (HU-29, HU-31). */
export async function addNode(ctx: ActorContext, table: Table, input: NodeInput): Promise<number> {
  const series = await db.from('series').where({ code: input.series, status: 'active' }).first()
  if (!series)
    throw new Refusal('series', '不支持新增栏目大类，请选择上级节点。', [
      { field: 'series', message: '请选择上级节点' },
    ])
  if (input.parentId) await nodeAt(table, input.parentId, input.series)
  const known = await db
    .from(table)
    .where({ series_code: input.series, code: input.code })
    .select('id', 'status')
    .first()
  if (known?.status === 'active') throw codeTaken(table)
  const values = { ...columnsOf(table, input), status: 'active', edited_at: stamp(ctx) }
  return db.transaction(async (trx) => {
    if (known) await trx.from(table).where('id', known.id).update(values)
    const id: number = known
      ? known.id
      : (await trx.table(table).insert({ ...values, series_code: input.series }))[0]
    await audit(ctx, { action: `${table}.added`, objectType: table, objectId: id }, trx)
    return id
  })
}

/** Changes a node. Its code stays once committees or applications carry it. */
export async function changeNode(
  ctx: ActorContext,
  table: Table,
  id: number,
  input: Omit<NodeInput, 'series' | 'parentId'>
) {
  const node = await nodeAt(table, id)
  if (node.code !== input.code) {
    const use = await useOf(table, id)
    if (use)
      throw new Refusal('used', `该${WORDS[table]}已有${use}，代码不能修改。`, [
        { field: 'code', message: '已在使用，代码不能修改' },
      ])
    const twin = await db
      .from(table)
      .where({ series_code: node.series_code, code: input.code })
      .first()
    if (twin) throw codeTaken(table)
  }
  await db.transaction(async (trx) => {
    await trx
      .from(table)
      .where('id', id)
      .update({
        ...columnsOf(table, input),
        // the place in the tree is not part of an edit
        ...(table === 'specialties' && { parent_id: node.parent_id }),
        edited_at: stamp(ctx),
      })
    await audit(ctx, { action: `${table}.changed`, objectType: table, objectId: id }, trx)
  })
}

/** Takes a node out of the tree unless something uses it (HU-30). The row stays, so that the rules do not bring it back. */
export async function removeNode(ctx: ActorContext, table: Table, id: number) {
  await nodeAt(table, id)
  const use = await useOf(table, id)
  if (use) throw new Refusal('used', `该${WORDS[table]}已有${use}，不能删除。`)
  await db.transaction(async (trx) => {
    await trx
      .from(table)
      .where('id', id)
      .update({ status: 'removed', edited_at: stamp(ctx) })
    await audit(ctx, { action: `${table}.removed`, objectType: table, objectId: id }, trx)
  })
}

async function nodeAt(table: Table, id: number, series?: string) {
  const node = await db.from(table).where({ id, status: 'active' }).first()
  if (!node || (series && node.series_code !== series)) throw new NotFound()
  return node
}

async function useOf(table: Table, id: number) {
  const tree = await (table === 'specialties' ? specialtyTree() : titleTree())
  return tree.find((node) => node.id === id)?.used ?? null
}

const codeTaken = (table: Table) =>
  new Refusal('code_taken', '请更换代码', [
    { field: 'code', message: `本栏目已有此${WORDS[table]}代码` },
  ])

const columnsOf = (table: Table, input: Omit<NodeInput, 'series'>) =>
  table === 'specialties'
    ? { code: input.code, name: input.name, parent_id: input.parentId ?? null }
    : {
        code: input.code,
        name: input.name,
        level: input.level,
        national_title: input.nationalTitle || null,
      }
