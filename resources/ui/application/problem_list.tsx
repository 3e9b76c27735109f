import { Alert } from 'antd'
import type { SectionRule } from '../form_types'

export type Problem = {
  section: string
  field: string | null
  record: string | null
  message: string
}

interface Props {
  problems: Problem[]
  sections: SectionRule[]
  onGo: (problem: Problem) => void
}

/** Everything that still keeps the application from being submitted, each entry a link to its place. */
export function ProblemList({ problems, sections, onGo }: Props) {
  if (problems.length === 0) return null
  return (
    <Alert
      type="error"
      showIcon
      style={{ marginBottom: 16 }}
      title={`还有 ${problems.length} 处需要完善，点击可直接前往`}
      description={
        <ul className="problems">
          {problems.map((problem, index) => (
            <li key={index}>
              <a
                href={`#${problem.section}.${problem.field}`}
                onClick={(event) => {
                  event.preventDefault()
                  onGo(problem)
                }}
              >
                {sections.find(({ id }) => id === problem.section)?.title}：{problem.message}
              </a>
            </li>
          ))}
        </ul>
      }
    />
  )
}

/** Brings the place of a problem into view and the cursor into it. */
export function goTo({ section, field, record }: Problem) {
  // the section is drawn first
  window.setTimeout(() => {
    const place =
      document.getElementById(`${section}.${record ?? field}`) ??
      document.getElementById(`${section}.add`)
    place?.scrollIntoView({ block: 'center', behavior: 'smooth' })
    place?.focus({ preventScroll: true })
  }, 80)
}
