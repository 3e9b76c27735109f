import type { Finding, Verdict } from '#province/eligibility'

const WORDS: Record<Verdict, string> = {
  met: '符合',
  evidence: '符合，须提供证明',
  not_met: '不符合',
  unknown: '待回答',
}
const MARKS: Record<Verdict, string> = { met: '✓', evidence: '✓', not_met: '✗', unknown: '·' }

/** The eligibility check rule by rule: what holds, what does not, what will have to be shown, and by which rule. */
export function Findings({ findings }: { findings: Finding[] }) {
  return (
    <ul className="findings">
      {findings.map((one) => {
        const isWarning = one.verdict === 'not_met' && !one.isBlocking
        return (
          <li key={one.id} data-verdict={isWarning ? 'warning' : one.verdict}>
            <span className="mark" aria-hidden>
              {isWarning ? '!' : MARKS[one.verdict]}
            </span>
            <div>
              <b>{one.label}</b>
              <span className="word">
                {isWarning ? '请核对' : WORDS[one.verdict]}
                {one.verdict === 'evidence' && one.evidence && `：${one.evidence}`}
              </span>
              {(one.verdict === 'not_met' || one.verdict === 'unknown') && (
                <div className="hint">{one.explanation}</div>
              )}
              <div className="source">{one.source}</div>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
