import type { Condition } from '#province/conditions'
import { factsOf, type Declared, type FactGroup } from '#province/facts'
import type { Ruleset } from '#province/ruleset'

/** A condition of a ruleset with the place it stands at and the facts known there. */
export interface PlacedCondition {
  at: string
  condition: Condition
  declared: Declared
}

const APPLICATION: FactGroup[] = ['target', 'organization', 'form']

/** All conditions of a ruleset; what a place does not know, its conditions may not ask. */
export function placedConditions(ruleset: Ruleset): PlacedCondition[] {
  const placed: PlacedCondition[] = []
  const place = (at: string, condition: Condition | undefined, declared: Declared) => {
    if (condition !== undefined) placed.push({ at, condition, declared })
  }
  const { application, eligibility, approvals, committees, results, documents } = ruleset
  const ofApplication = factsOf(ruleset, APPLICATION)

  // asked before there is a form
  const ofTarget = factsOf(ruleset, ['target', 'precheck'])
  for (const { label, applies, when } of eligibility) {
    place(`资格条件“${label}”`, applies, factsOf(ruleset, ['target']))
    place(`资格条件“${label}”`, when, ofTarget)
  }
  for (const { label, visibleWhen, requiredWhen } of application.precheck) {
    place(`资格问题“${label}”`, visibleWhen, ofTarget)
    place(`资格问题“${label}”`, requiredWhen, ofTarget)
  }

  for (const section of application.sections) {
    const at = `申报信息项“${section.title}”`
    place(at, section.visibleWhen, ofApplication)
    const ofRecord = factsOf(ruleset, APPLICATION, section)
    for (const { label, visibleWhen, requiredWhen } of section.fields) {
      place(`${at}的字段“${label}”`, visibleWhen, ofRecord)
      place(`${at}的字段“${label}”`, requiredWhen, ofRecord)
    }
  }
  for (const { name, visibleWhen, requiredWhen } of application.materials) {
    place(`申报材料“${name}”`, visibleWhen, ofApplication)
    place(`申报材料“${name}”`, requiredWhen, ofApplication)
  }

  const ofBody = factsOf(ruleset, ['body'])
  const ofStep = factsOf(ruleset, [...APPLICATION, 'body'])
  for (const path of approvals.paths) {
    place(`审核路径“${path.label}”`, path.when, ofApplication)
    if (path.kind === 'hierarchy') place(`审核路径“${path.label}”的终点`, path.until, ofBody)
    for (const step of path.inside)
      place(`审核路径“${path.label}”的“${step.label}”`, step.when, ofStep)
  }

  for (const search of approvals.searches) {
    const section =
      search.kind === 'flag'
        ? undefined
        : application.sections.find(({ id }) => id === search.section)
    place(`查询条件“${search.label}”`, search.when, factsOf(ruleset, APPLICATION, section))
  }
  for (const { label, when } of approvals.reviewFields) place(`审核字段“${label}”`, when, ofBody)

  const ofCommittee = factsOf(ruleset, ['committee'])
  committees.sizes.forEach(({ when }, index) =>
    place(`评委会人数第 ${index + 1} 行`, when, ofCommittee)
  )
  for (const { label, when } of results.publishers) place(`公示机构“${label}”`, when, ofApplication)
  if (results.recognition) place(results.recognition.label, results.recognition.when, ofBody)
  const ofDocument = factsOf(ruleset, ['document', 'issuer', 'organization'])
  for (const { label, when } of documents.routes) place(`发文审查“${label}”`, when, ofDocument)
  return placed
}
