import db from '@adonisjs/lucid/services/db'
import { provision } from '#platform/set_up'
import seedWorld from '#platform/demo/seed_world'
import { provinceOf } from '#province/registry'
import { migratePlatform } from '#tenancy/migrate'
import createTenant from '#tenancy/actions/create_tenant'
import dropTenant from '#tenancy/actions/drop_tenant'
import { runInTenant, type TenantInfo } from '#tenancy/context'
import { blindIndex } from '#tenancy/crypto'
import Tenant from '#tenancy/models/tenant'

const PROVINCE = 'hebei'
/** whose desk is measured */
export const LOGIN = 'szgb-jb'
const CHUNK = 50_000

/** A temporary tenant with so many applications, a fifth of them open on the desk of the highest body. */
export async function benchTenant(slug: string, count: number): Promise<TenantInfo> {
  await migratePlatform()
  if (await Tenant.findBy('slug', slug)) await dropTenant(slug)
  const province = provinceOf(PROVINCE)
  const info = (await createTenant({ slug, name: slug, province: PROVINCE })).info()
  await provision(info)
  await runInTenant(info, async () => {
    await seedWorld(province.demo!)
    await fill(count)
  })
  return info
}

export const endBenchTenant = (slug: string) => dropTenant(slug)

/** Rows made by the database itself from a sequence, in chunks so that no transaction grows without end. */
async function fill(count: number) {
  const account = await db.from('accounts').where('login', LOGIN).firstOrFail()
  const office: number = account.organization_id
  const applicant = await db.from('accounts').where('kind', 'applicant').firstOrFail()
  const template = await db.from('applications').whereNot('stage', 'draft').firstOrFail()
  const { id: base } = await db.from('applications').max('id as id').firstOrFail()
  const { id: people } = await db.from('people').max('id as id').firstOrFail()
  const { id: bodies } = await db.from('organizations').max('id as id').firstOrFail()
  const committee = await db.from('committees').firstOrFail()
  const units = Math.max(10, Math.ceil(count / 100))
  const run = (sql: string, from: number, to: number) =>
    db.transaction(async (trx) => {
      await trx.rawQuery('set foreign_key_checks = 0, unique_checks = 0')
      await trx.rawQuery(sql.replace('$rows', `seq_${from}_to_${to}`))
      await trx.rawQuery('set foreign_key_checks = 1, unique_checks = 1')
    })
  const chunks = (all: number) =>
    Array.from({ length: Math.ceil(all / CHUNK) }, (_, at) => [
      at * CHUNK + 1,
      Math.min(all, (at + 1) * CHUNK),
    ])

  for (const [from, to] of chunks(units))
    await run(
      `insert into organizations (id, code, name, printed_name, kind, parent_id, tree, region_code, attributes, status, created_at)
       select ${bodies} + seq, concat('B', seq), concat('单位', lpad(seq, 6, '0')), concat('单位', seq), 'unit', ${office},
         concat('/${office}/', ${bodies} + seq, '/'), concat('13', lpad(seq mod 100, 4, '0')), '{}', 'active', now(3) from $rows`,
      from,
      to
    )
  for (const [from, to] of chunks(count)) {
    await run(
      `insert into people (id, name, id_type, id_number_sealed, id_number_index, id_number_masked, sex, created_at)
       select ${people} + seq, concat(elt(seq mod 20 + 1, ${SURNAMES}), elt(seq div 20 mod ${SIGN_COUNT} + 1, ${SIGNS}), elt(seq div 800 mod ${SIGN_COUNT} + 1, ${SIGNS})),
         'resident_id', repeat('x', 60), unhex(md5(seq)), '130100********0000', '男', now(3) from $rows`,
      from,
      to
    )
    await run(
      `insert into applications (id, code, batch_id, ruleset_id, person_id, account_id, organization_id, person_name, category,
         series_code, series_name, specialty_code, specialty_name, title_code, title_name, level, acquisition, mode,
         evaluation_method, committee_id, stage, route, route_step, holder_organization_id, event_count, version, submitted_at, created_at)
       select ${base} + s.seq, concat('T', lpad(s.seq, 12, '0')), ${template.batch_id}, ${template.ruleset_id}, p.id, ${applicant.id},
         ${bodies} + 1 + s.seq div 20 mod ${units}, p.name, elt(s.seq mod 3 + 1, 'teaching', 'health', 'engineering'),
         elt(s.seq mod 4 + 1, '01', '04', '06', '22'), '系列', concat('01', lpad(s.seq div 20 mod 60, 2, '0')), '专业',
         concat('010', s.seq mod 5), '职称', elt(s.seq mod 5 + 1, 'senior_full', 'senior_associate', 'intermediate', 'intermediate', 'junior_assistant'),
         'review', elt(s.seq mod 10 + 1, 'exceptional', 'green_channel', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'conversion'),
         elt(s.seq mod 3 + 1, 'review', 'social_review', 'entrusted'), if(s.seq mod 2, ${committee.id}, null),
         if(s.seq mod 20 < 4, 'in_approval', if(s.seq mod 20 = 4, 'on_hold', 'qualified')), '[]', 0,
         if(s.seq mod 20 < 5, ${office}, null), 3, 3, now(3), now(3)
       from $rows s join people p on p.id = ${people} + s.seq`,
      from,
      to
    )
    await run(
      `insert into work_items (application_id, task, organization_id, role, status, decision, created_at, done_at)
       select ${base} + seq, 'review', ${bodies} + 1 + seq div 20 mod ${units}, 'handler', 'done', 'approve', now(3), now(3) from $rows`,
      from,
      to
    )
    await run(
      `insert into work_items (application_id, task, organization_id, role, status, decision, created_at, done_at)
       select ${base} + seq, 'review', ${office}, 'handler', if(seq mod 20 < 4, 'open', if(seq mod 20 = 4, 'held', 'done')),
         if(seq mod 20 < 5, null, 'approve'), now(3), if(seq mod 20 < 5, null, now(3)) from $rows`,
      from,
      to
    )
    for (const [search, value] of TERMS)
      await run(
        `insert into application_terms (application_id, search, value) select ${base} + seq, '${search}', ${value} from $rows`,
        from,
        to
      )
  }
  // one person whom the search by ID number finds, in the middle of the desk
  const middle = Math.floor(count / 2 / 20) * 20
  await db
    .from('people')
    .where('id', people + middle)
    .update({ id_number_index: blindIndex('people.id_number', ID_NUMBER) })
  for (const table of [
    'organizations',
    'people',
    'applications',
    'work_items',
    'application_terms',
  ])
    await db.rawQuery(`analyze table ${table}`)
}

export const ID_NUMBER = '110101198010010135'

const words = (text: string) => [...text].map((sign) => `'${sign}'`).join(', ')
const SURNAMES = words('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗')
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红建文云凤金玲辉兵雪飞宁阳'
const SIGNS = words(GIVEN)
const SIGN_COUNT = GIVEN.length

const TERMS: [string, string][] = [
  ['highestEducation', "elt(seq mod 4 + 1, '博士研究生', '硕士研究生', '大学本科', '大学专科')"],
  ['firstEducation', "elt(seq mod 3 + 1, '大学本科', '大学专科', '中等专科')"],
  ['school', "concat('大学', seq div 20 mod 300)"],
  ['major', "concat('专业', seq div 20 mod 200)"],
  ['presentTitle', "elt(seq mod 4 + 1, '助教', '讲师', '工程师', '医师')"],
  ['presentLevel', "elt(seq mod 3 + 1, '中级', '助理级', '副高级')"],
  ['presentYears', 'cast(date_sub(curdate(), interval seq mod 5000 day) as char)'],
  [
    'specialExperience',
    "elt(seq mod 5 + 1, '援藏援疆', '驻村帮扶', '基层服务', '抗疫一线', '其他')",
  ],
  ['entrusted', "if(seq mod 3 = 2, '是', '否')"],
]
