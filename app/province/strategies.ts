import { LEVEL_LABELS } from '#province/facts'

/**
 * Named pure functions a ruleset may refer to. Scores are whole hundredths of a point, so no result depends on
 * how a machine rounds.
 */
export interface Strategies {
  aggregate?: Record<string, (totals: number[]) => number>
}

/** Half up, in whole numbers. */
const divide = (sum: number, count: number) => Math.floor((2 * sum + count) / (2 * count))
const sum = (totals: number[]) => totals.reduce((all, each) => all + each, 0)

export const CORE_AGGREGATES: Record<string, (totals: number[]) => number> = {
  'core.mean': (totals) => divide(sum(totals), totals.length),
  /** one highest and one lowest left out from five scores on */
  'core.trimmed_mean': (totals) => {
    if (totals.length < 5) return divide(sum(totals), totals.length)
    const kept = [...totals].sort((a, b) => a - b).slice(1, -1)
    return divide(sum(kept), kept.length)
  },
  'core.sum': sum,
  /** the lead reviewer's score stands for the case */
  'core.lead': (totals) => totals[0],
}

const LEVEL_DIGIT: Record<string, string> = Object.fromEntries(
  Object.keys(LEVEL_LABELS).map((level, index) => [level, String(index + 1)])
)

export interface NumberParts {
  year: number
  region: string
  issuer: string
  series: string
  level: string
  seq: number
}

/** `{year}41{series}{level}{seq:5}` → `202641223 00017` without the space; an unknown piece throws. */
export function formatNumber(pattern: string, parts: NumberParts): string {
  return pattern.replace(/\{(\w+)(?::(\d+))?\}/g, (piece, name: string, width?: string) => {
    if (!Object.hasOwn(parts, name)) throw new Error(`证书编号规则中有未知的部分 ${piece}`)
    const value =
      name === 'level' ? LEVEL_DIGIT[parts.level] : String(parts[name as keyof NumberParts])
    return width ? value.padStart(Number(width), '0') : value
  })
}
