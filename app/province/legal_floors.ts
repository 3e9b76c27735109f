import { firstMatch } from '#province/conditions'
import { LEVEL_LABELS } from '#province/facts'
import type { Fraction, Ruleset } from '#province/ruleset'

/** A province may be stricter than national law, never looser (domain.md §1; articles of 人社部令第40号). */
export function legalFloorFaults({
  voting,
  results,
  approvals,
  committees,
  retention,
}: Ruleset): string[] {
  const faults: string[] = []
  if (!isTwoThirds(voting.quorum)) faults.push('出席人数不得少于评委会人数的三分之二（第二十条）')
  if (!isTwoThirds(voting.threshold))
    faults.push('通过票数不得少于出席人数的三分之二（第二十一条）')
  if (results.publicityWorkingDays < 5) faults.push('评审结果公示不得少于 5 个工作日（第二十七条）')
  const hasUnitPublicity = approvals.paths.some(({ inside }) =>
    inside.some(({ task }) => task === 'unit_publicity')
  )
  if (hasUnitPublicity && approvals.unitPublicityWorkingDays < 5)
    faults.push('单位内部公示不得少于 5 个工作日（第十七条）')
  committees.sizes.forEach(({ odd }, index) => {
    if (!odd) faults.push(`评委会人数第 ${index + 1} 行：应为单数（第九条）`)
  })
  for (const level of ['senior_full', 'senior_associate'])
    for (const [scope, label, floor] of [
      ['series', '系列', 25],
      ['specialty', '专业', 11],
    ] as const) {
      const size = firstMatch(committees.sizes, { committee: { level, scope } })
      if (size && size.min < floor)
        faults.push(
          `按${label}组建的${LEVEL_LABELS[level]}评委会不得少于 ${floor} 人（第九条），现为 ${size.min} 人`
        )
    }
  // 网络安全法第二十一条 asks for six months; years are whole
  if (!retention.some(({ what }) => what === 'logs')) faults.push('没有规定日志的保存期限')
  return faults
}

const isTwoThirds = ({ numerator, denominator }: Fraction) =>
  3 * numerator >= 2 * denominator && numerator <= denominator
