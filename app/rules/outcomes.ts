import db from '@adonisjs/lucid/services/db'
import { conditionFacts } from '#applications/facts'
import type Application from '#applications/models/application'
import { applicationProblems } from '#applications/queries/application_problems'
import { loadGraph } from '#approvals/queries/load_graph'
import { routeOfApplication } from '#approvals/queries/route_of_application'
import { select } from '#approvals/resolve_route'
import Organization from '#organizations/models/organization'
import { firstMatch, holds, type Condition, type Facts } from '#province/conditions'
import { explain } from '#province/explain_condition'
import { factsOf } from '#province/facts'
import type { BodySelector, Ruleset } from '#province/ruleset'
import { formatNumber } from '#province/strategies'
import { printUnder, scoreUnder, voteUnder } from '#rules/outcome_of_evaluation'
import type { DraftContent } from '#rules/faults'

/** What rules decide about one application; the number is that its certificate would have, with 1 as its sequence. */
export const ASPECTS = {
  route: '审核路径',
  eligibility: '资格条件',
  form: '申报信息是否完整',
  score: '评分',
  vote: '投票结果',
  publisher: '公示机构',
  documents: '发文审查',
  number: '证书编号',
  print: '证书与表的样式',
} as const
export type Aspect = keyof typeof ASPECTS

export interface Outcome {
  /** what is decided, in words */
  said: string
  /** the condition that decided it, leaf by leaf */
  why: string
}
export type Outcomes = Record<Aspect, Outcome>

/** What an application meets under a ruleset, whichever it was made under. Reads, changes nothing. */
export async function outcomesUnder(
  application: Application,
  { document: ruleset, templates }: Pick<DraftContent, 'document' | 'templates'>
): Promise<Outcomes> {
  const facts = await conditionFacts(application, ruleset)
  const document = { ...facts, document: { level: application.level } }
  const declared = factsOf(ruleset, ['target', 'organization', 'form', 'document'])
  const because = (when: Condition | undefined) => explain(when, document, declared)
  const route = await routeOfApplication(application, ruleset)
  const last = route.ok ? route.steps.findLast(({ task }) => task !== 'qualify') : null
  const body = bodyNames(application, ruleset, last?.organizationName ?? null)
  const path = firstMatch(ruleset.approvals.paths, facts)
  const rules = ruleset.eligibility.filter(({ when }) => holds(when, facts))
  const publisher = firstMatch(ruleset.results.publishers, facts)
  const documents = firstMatch(ruleset.documents.routes, document)
  return {
    route: {
      said: route.ok
        ? route.steps.map((step) => `${step.organizationName}${step.label}`).join(' → ')
        : route.message,
      why: path ? `${path.label}：${because(path.when)}；${stepsOf(path)}` : '没有路径',
    },
    eligibility: {
      said:
        rules
          .map((rule) => `${rule.label}（${rule.outcome === 'block' ? '不能申报' : '提醒'}）`)
          .join('、') || '没有限制',
      why: rules.map(({ when }) => because(when)).join('；'),
    },
    form: await completeness(application, ruleset),
    score: await scoreUnder(application, ruleset),
    vote: await voteUnder(application, ruleset),
    publisher: {
      said: publisher ? `${await body(publisher.by)}` : '无',
      why: publisher ? `${publisher.label}：${because(publisher.when)}` : '',
    },
    documents: {
      said:
        ruleset.documents.required && documents ? await names(documents.bodies, body) : '不发文',
      why: ruleset.documents.required
        ? documents
          ? `${documents.label}：${because(documents.when)}`
          : '没有适用的发文审查'
        : '规则不要求印发职称文件',
    },
    number: {
      said: await numberOf(application, ruleset, facts),
      why: `编号规则 ${ruleset.certificates.numberPattern}`,
    },
    print: printUnder(ruleset, templates),
  }
}

const stepsOf = ({ inside }: Ruleset['approvals']['paths'][number]) =>
  `每个机构内：${inside.map(({ label }) => label).join('、')}`

async function completeness(application: Application, ruleset: Ruleset): Promise<Outcome> {
  const problems = await applicationProblems(application, ruleset)
  return {
    said: problems.length === 0 ? '完整' : `还缺 ${problems.length} 项`,
    why: problems
      .slice(0, 5)
      .map(({ message }) => message)
      .join('；'),
  }
}

type BodyNames = (selector: BodySelector) => Promise<string>

const names = async (selectors: BodySelector[], body: BodyNames) =>
  (await Promise.all(selectors.map(body))).join(' → ')

/** Names of the bodies a rule may point at, seen from the application. */
function bodyNames(application: Application, ruleset: Ruleset, last: string | null): BodyNames {
  return async (selector) => {
    if (selector.body === 'last_reviewer') return last ?? '未确定'
    if (selector.body === 'committee_office') {
      const committee = await db
        .from('committees')
        .where('id', application.committeeId ?? 0)
        .select('office_id', 'organization_id')
        .first()
      const office = await Organization.find(
        committee?.office_id ?? committee?.organization_id ?? 0
      )
      return office?.name ?? '评委会办事机构'
    }
    const graph = await loadGraph(application.organizationId, ruleset, null)
    return select(selector, graph)?.name ?? '没有这样的机构'
  }
}

async function numberOf(application: Application, { certificates }: Ruleset, facts: Facts) {
  const unit = await Organization.findOrFail(application.organizationId)
  const issuer = await Organization.query()
    .whereIn('id', unit.lineage())
    .whereNotNull('issuerCode')
    .orderBy('tree', 'desc')
    .first()
  return formatNumber(certificates.numberPattern, {
    year: application.createdAt.setZone('Asia/Shanghai').year,
    region: unit.regionCode ?? '000000',
    issuer: issuer?.issuerCode ?? '0000',
    series: String(facts.series ?? ''),
    level: String(facts.level ?? ''),
    seq: 1,
  })
}

export interface Change {
  aspect: Aspect
  before: Outcome
  after: Outcome
}

/** Where two rulesets decide differently. */
export const changesBetween = (before: Outcomes, after: Outcomes): Change[] =>
  (Object.keys(ASPECTS) as Aspect[])
    .filter((aspect) => before[aspect].said !== after[aspect].said)
    .map((aspect) => ({ aspect, before: before[aspect], after: after[aspect] }))
