import { ReasonButton } from '~/ui/reason_button'

/** Moves one person to the objection store, with the reason. */
export function ObjectButton({ person }: { person: { id: number; name: string } }) {
  return (
    <ReasonButton
      size="small"
      path={`/results/people/${person.id}/object`}
      title={`转入异议库：${person.name}`}
      hint="转入后由您核查，由本机构其他人员作出处理。"
      label="异议情况"
    >
      转入异议库
    </ReasonButton>
  )
}
