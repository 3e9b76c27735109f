import type { SectionRule } from '../form_types'

interface Props {
  sections: SectionRule[]
  chosen: string
  /** places still to be completed, by section */
  left: (section: string) => number
  isFilled: (section: string) => boolean
  /** sections a return asks to correct */
  isMarked: (section: string) => boolean
  onChoose: (section: string) => void
}

/** The sections under their headings; on a phone a list to choose from. */
export function SectionNav({ sections, chosen, left, isFilled, isMarked, onChoose }: Props) {
  const groups = [...new Set(sections.map(({ group }) => group))]
  const inGroup = (group: string) => sections.filter((each) => each.group === group)
  return (
    <>
      <select
        className="wizard-select"
        aria-label="申报信息项"
        value={chosen}
        onChange={(event) => onChoose(event.target.value)}
      >
        {groups.map((group) => (
          <optgroup key={group} label={group}>
            {inGroup(group).map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
                {isMarked(id)
                  ? '（需修改）'
                  : left(id) > 0
                    ? `（还有 ${left(id)} 处）`
                    : isFilled(id)
                      ? ' ✓'
                      : ''}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <nav className="card wizard-groups" aria-label="申报信息项">
        {groups.map((group) => (
          <div key={group}>
            <div className="menu-group">{group}</div>
            {inGroup(group).map(({ id, title }) => (
              <button
                key={id}
                type="button"
                className="wizard-link"
                aria-current={id === chosen}
                onClick={() => onChoose(id)}
              >
                {title}
                {isMarked(id) ? (
                  <span className="count">需修改</span>
                ) : left(id) > 0 ? (
                  <span className="count" title={`还有 ${left(id)} 处需要完善`}>
                    {left(id)}
                  </span>
                ) : (
                  isFilled(id) && (
                    <span className="ready" aria-label="已完整">
                      ✓
                    </span>
                  )
                )}
              </button>
            ))}
          </div>
        ))}
      </nav>
    </>
  )
}
