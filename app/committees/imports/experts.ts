import db from '@adonisjs/lucid/services/db'
import addExpert, { type ExpertInput } from '#committees/actions/add_expert'
import { keptBy } from '#committees/scope'
import { readIdNumber, isPersonName, normalizeName } from '#identity/id_number'
import { defineImport, type Cells, type Checked } from '#imports/define_import'
import { LEVEL_LABELS } from '#province/facts'
import { blindIndex } from '#tenancy/crypto'
import type { ActorContext } from '#web/actor'

const LEVELS = new Map(Object.entries(LEVEL_LABELS).map(([value, label]) => [label, value]))

/** Experts into the pool (HB-48): each row is taken in as one added by hand. */
defineImport<ExpertInput>({
  kind: 'experts',
  label: '评委库专家',
  ability: 'committees.pool',
  path: '/experts',
  choices: [],
  columns: [
    {
      key: 'committee',
      title: '评委会代码',
      maxLength: 40,
      hint: '只有一个评委会的可以不填。',
    },
    { key: 'name', title: '姓名', required: true, maxLength: 30 },
    { key: 'idNumber', title: '身份证号', required: true, maxLength: 18, width: 24 },
    { key: 'phone', title: '手机号码', maxLength: 11, width: 16 },
    { key: 'unitName', title: '工作单位', required: true, maxLength: 150, width: 36 },
    { key: 'titleName', title: '职称', required: true, maxLength: 60 },
    {
      key: 'titleLevel',
      title: '职称级别',
      required: true,
      list: async () => [...LEVELS.keys()],
    },
    { key: 'specialtyName', title: '专业', required: true, maxLength: 100 },
  ],
  async check(ctx, rows) {
    const committeeOf = await ownCommittees(ctx)
    const inPool = await pooled(rows)
    return rows.map((row) => judged(row, committeeOf(row.committee), inPool))
  },
  identity: ({ committeeId, idNumber }) => `${committeeId}|${idNumber}`,
  exists: async ({ committeeId, idNumber }) =>
    (await pooled([{ idNumber }])).has(poolKey(committeeId, idNumber)),
  commit: async (ctx, values) => void (await addExpert(ctx, values)),
})

function judged(row: Cells, committeeId: number | null, inPool: Set<string>): Checked<ExpertInput> {
  if (committeeId === null) return { fault: '没有这个评委会，或不由您管理；请填写评委会代码' }
  const idNumber = row.idNumber.toUpperCase()
  const facts = readIdNumber(idNumber)
  if ('fault' in facts) return { fault: facts.fault }
  if (!isPersonName(normalizeName(row.name)))
    return { fault: '姓名应为 2 至 30 个汉字，可含间隔点“·”' }
  if (row.phone && !/^1\d{10}$/.test(row.phone)) return { fault: '手机号码应为 11 位' }
  const titleLevel = LEVELS.get(row.titleLevel)
  if (!titleLevel) return { fault: '请从列表中选择职称级别' }
  if (inPool.has(poolKey(committeeId, idNumber))) return { fault: '该专家已在评委库中' }
  const { name, unitName, titleName, specialtyName } = row
  const phone = row.phone || null
  return {
    values: { committeeId, name, idNumber, phone, unitName, titleName, titleLevel, specialtyName },
  }
}

/** Committees whose pools the actor fills, by code; the only one without. */
async function ownCommittees({ actor }: ActorContext) {
  const query = db.from('committees as c').where('c.status', 'active').select('c.id', 'c.code')
  const rows = (await keptBy(query, actor)) as { id: number; code: string }[]
  return (code: string | undefined) =>
    (code ? rows.find((row) => row.code === code) : rows.length === 1 ? rows[0] : null)?.id ?? null
}

const indexOf = (idNumber: string) => blindIndex('people.id_number', idNumber.toUpperCase())
const poolKey = (committeeId: number, idNumber: string) =>
  `${committeeId}|${indexOf(idNumber).toString('hex')}`

/** Who of the rows is in which pool already. */
async function pooled(rows: { idNumber?: string }[]): Promise<Set<string>> {
  const indexes = rows.flatMap(({ idNumber }) => (idNumber ? indexOf(idNumber) : []))
  if (indexes.length === 0) return new Set()
  const found = await db
    .from('committee_experts as p')
    .join('experts as e', 'e.id', 'p.expert_id')
    .join('people as h', 'h.id', 'e.person_id')
    .whereIn('h.id_number_index', indexes as never)
    .select('p.committee_id', 'h.id_number_index')
  return new Set(
    found.map((row) => `${row.committee_id}|${Buffer.from(row.id_number_index).toString('hex')}`)
  )
}
