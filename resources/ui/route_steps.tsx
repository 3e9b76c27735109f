export interface RouteStepView {
  organization: string
  label: string
  state: string
}

const SAID: Record<string, string> = { done: '已完成', now: '当前', next: '待办' }

/** The way through the bodies. */
export function RouteSteps({ steps }: { steps: RouteStepView[] }) {
  return (
    <ol className="route" aria-label="审核路径">
      {steps.map((step, index) => (
        <li key={index} data-state={step.state} title={SAID[step.state]}>
          {step.organization} · {step.label}
        </li>
      ))}
    </ol>
  )
}
