import { repeated } from '#province/check_form'
import { firstMatch } from '#province/conditions'
import type { Province } from '#province/define_province'
import type { DemoApplicant, DemoCommittee, DemoWorld } from '#province/demo_world'
import { LEVEL_LABELS } from '#province/facts'

type World = Omit<Province, 'demo'> & { demo: DemoWorld }

/** Whether the demo data of a province can be played: everything they name is there, nobody stands twice. */
export function demoFaults({ demo, ...province }: Province): string[] {
  if (!demo) return []
  const world = { ...province, demo }
  return [
    ...organizationFaults(world),
    ...staffFaults(world),
    ...demo.committees.flatMap((committee) => committeeFaults(committee, world)),
    ...peopleFaults(world),
    ...demo.applicants.flatMap((applicant) => targetFaults(applicant, world)),
    ...meetingFaults(world),
  ].map((fault) => `演示数据：${fault}`)
}

const codesOf = (list: { code: string }[]) => list.map(({ code }) => code)

function organizationFaults({ demo, ruleset }: World): string[] {
  const kinds = new Set(ruleset.organizations.kinds.map(({ id }) => id))
  const codes = codesOf(demo.organizations)
  const pathSets = new Set(
    ruleset.approvals.paths.flatMap((path) => (path.kind === 'network' ? path.pathSet : []))
  )
  return [
    ...repeated(codes).map((code) => `机构 ${code} 重复`),
    ...demo.organizations.flatMap(({ name, kind, parent }, index) => [
      ...(kinds.has(kind) ? [] : [`机构“${name}”：没有机构类型 ${kind}`]),
      // they are created in the order of the list
      ...(parent === undefined || codes.slice(0, index).includes(parent)
        ? []
        : [`机构“${name}”的上级 ${parent} 不在它之前`]),
    ]),
    ...demo.links.flatMap(({ pathSet, lower, upper }) => [
      ...(pathSets.has(pathSet) ? [] : [`没有审核路径 ${pathSet}`]),
      ...[lower, upper].filter((code) => !codes.includes(code)).map((code) => `没有机构 ${code}`),
    ]),
  ]
}

function staffFaults({ demo, roles }: World): string[] {
  const organizations = new Set(codesOf(demo.organizations))
  const committees = new Set(codesOf(demo.committees))
  const known = new Map(roles.map((role) => [role.id, role]))
  return demo.staff.flatMap(({ name, organization, committee, roles: own }) =>
    [
      ...(organizations.has(organization) ? [] : [`没有机构 ${organization}`]),
      ...(committee && !committees.has(committee) ? [`没有评委会 ${committee}`] : []),
      ...own.flatMap((id) => {
        const role = known.get(id)
        if (!role) return [`没有角色 ${id}`]
        const kind = committee ? 'committee' : 'staff'
        return role.kind === kind ? [] : [`角色 ${id} 不属于这类账号`]
      }),
    ].map((fault) => `工作人员“${name}”：${fault}`)
  )
}

function committeeFaults(committee: DemoCommittee, { demo, ruleset }: World): string[] {
  const { name, level, size, organization, office, specialties } = committee
  const organizations = codesOf(demo.organizations)
  const series = ruleset.catalogue.series.find(({ code }) => code === committee.series)
  const known = codesOf(series?.specialties ?? [])
  const scope = known.length === specialties.length ? 'series' : 'specialty'
  const lawful = firstMatch(ruleset.committees.sizes, { committee: { level, scope } })
  const faults = [organization, office]
    .filter((code) => code !== undefined && !organizations.includes(code))
    .map((code) => `没有机构 ${code}`)
  if (!Object.hasOwn(LEVEL_LABELS, level)) faults.push(`没有级别 ${level}`)
  if (!series) faults.push(`没有系列 ${committee.series}`)
  else
    faults.push(
      ...specialties.filter((code) => !known.includes(code)).map((code) => `没有专业 ${code}`)
    )
  if (lawful && (size < lawful.min || (lawful.odd && size % 2 === 0)))
    faults.push(`人数应为${lawful.odd ? '单数且' : ''}不少于 ${lawful.min} 人`)
  return faults.map((fault) => `评委会“${name}”：${fault}`)
}

function peopleFaults({ demo }: World): string[] {
  const people = [...demo.experts, ...demo.applicants]
  const committees = new Set(codesOf(demo.committees))
  const organizations = new Set(codesOf(demo.organizations))
  const logins = [...demo.staff, ...people].map(({ login }) => login)
  return [
    // the seeder opens the three administrators itself
    ...repeated([...logins, 'admin', 'security', 'auditor']).map((login) => `登录名 ${login} 重复`),
    ...repeated(people.map(({ idNumber }) => idNumber)).map((id) => `身份证号 ${id} 重复`),
    ...repeated(people.map(({ phone }) => phone)).map((phone) => `手机号 ${phone} 重复`),
    ...demo.experts
      .filter(({ committee }) => !committees.has(committee))
      .map(({ name, committee }) => `专家“${name}”：没有评委会 ${committee}`),
    ...demo.applicants
      .filter(({ organization }) => !organizations.has(organization))
      .map(({ name, organization }) => `申报人“${name}”：没有机构 ${organization}`),
  ]
}

function targetFaults({ name, target }: DemoApplicant, { demo, ruleset }: World): string[] {
  const { application, catalogue } = ruleset
  const series = catalogue.series.find(({ code }) => code === target.series)
  if (!series) return [`申报人“${name}”：没有系列 ${target.series}`]
  const valuesOf = (options: { value: string }[]) => options.map(({ value }) => value)
  const chosen: [string, string | undefined, string[]][] = [
    ['申报专业', target.specialty, codesOf(series.specialties)],
    ['申报职称', target.title, codesOf(series.titles)],
    ['申报方式', target.mode, valuesOf(application.modes)],
    ['评审方式', target.evaluationMethod, valuesOf(application.evaluationMethods)],
  ]
  if (target.acquisition !== undefined)
    chosen.push(['取得方式', target.acquisition, valuesOf(application.acquisitions)])
  if (application.categories.length > 0)
    chosen.push(['申报类别', target.category, valuesOf(application.categories)])
  if (application.committeeChoice === 'applicant')
    chosen.push(['评委会', target.committee, codesOf(demo.committees)])
  return chosen
    .filter(([, value, known]) => value === undefined || !known.includes(value))
    .map(([label, value]) => `申报人“${name}”：没有${label} ${value ?? ''}`.trimEnd())
}

function meetingFaults({ demo, ruleset }: World): string[] {
  const { meeting } = demo
  const experts = new Set(demo.experts.map(({ name }) => name))
  const named = [
    meeting.chair,
    meeting.reporter,
    ...meeting.viceChairs,
    ...meeting.groups.flatMap(({ leader, members }) => [leader, ...members]),
  ].filter((name) => name !== '')
  return [
    ...(demo.committees.some(({ code }) => code === meeting.committee)
      ? []
      : [`评审会议：没有评委会 ${meeting.committee}`]),
    ...(ruleset.reviewModes.some(({ id }) => id === meeting.reviewMode)
      ? []
      : [`评审会议：没有评审模式 ${meeting.reviewMode}`]),
    ...[...new Set(named)]
      .filter((name) => !experts.has(name))
      .map((name) => `评审会议：没有专家“${name}”`),
    ...meeting.groups
      .filter(({ leader, members }) => !members.includes(leader))
      .map(({ name }) => `评审会议：组长不在“${name}”`),
  ]
}
