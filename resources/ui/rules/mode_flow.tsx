import type { ReviewStage } from '#province/ruleset'
import { GATES, MEETING_ROLES, PRIMITIVES, SCOPES } from '#rules/shape/words'

type Scope = keyof typeof SCOPES

/** A review mode as it runs: the stages of the groups, then those of the plenary, with what opens each. */
export function ModeFlow({ stages }: { stages: ReviewStage[] }) {
  const scopes = (Object.keys(SCOPES) as Scope[]).filter((scope) =>
    stages.some((stage) => stage.scope === scope)
  )
  if (scopes.length === 0) return null
  return (
    <div className="mode-flow" role="group" aria-label="评审流程图">
      {scopes.map((scope) => (
        <section key={scope}>
          <h4>{SCOPES[scope]}</h4>
          <ol>
            {stages
              .filter((stage) => stage.scope === scope)
              .map((stage, index) => (
                <li key={index}>
                  {stage.gates?.length > 0 && (
                    <span className="gate">
                      {stage.gates.map((gate) => GATES[gate] ?? gate).join('、')}
                    </span>
                  )}
                  <div className={stage.primitive === 'vote' ? 'stage vote' : 'stage'}>
                    <b>{stage.label || '未命名'}</b>
                    <span className="muted">
                      {MEETING_ROLES[stage.who]} · {PRIMITIVES[stage.primitive]}
                      {stage.primitive === 'vote' &&
                        (stage.ballot === 'secret' ? ' · 无记名' : ' · 记名')}
                    </span>
                  </div>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
