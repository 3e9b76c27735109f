import { Link } from '../link'
import { useSay } from '../words'
import type { MeetingPage } from './types'

const STATES = { done: '已就绪', missing: '待完成', advised: '请留意' }

/** 准备事项: what is ready, what is missing before the meeting begins, and where it is done. */
export function Checklist({ checks }: Pick<MeetingPage, 'checks'>) {
  const say = useSay()
  const missing = checks.filter(({ state }) => state === 'missing').length
  return (
    <>
      <h2 className="checks-head">准备事项</h2>
      <p className="muted">
        {missing > 0
          ? `还有 ${missing} 项待完成，完成后才能开始会议。`
          : '各项已就绪，可以开始会议。'}
      </p>
      <ul className="checks">
        {checks.map(({ key, label, state, says, place }) => (
          <li key={key} data-state={state}>
            <span className="mark">{STATES[state]}</span>
            <b>{label}</b>
            <span className="says">{say(says)}</span>
            <Link href={place.path}>
              {state === 'done' ? '查看' : '去办理'}：{say(place.label)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
