import { MEMBER_STATUS } from '#evaluations/words'
import { Button, Checkbox, Input, Select, Steps, Tag } from 'antd'
import { useState } from 'react'
import { CommandButton } from '~/ui/command_button'
import { DrawList, type DrawCard } from '~/ui/draw_list'
import { Empty } from '~/ui/empty'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { MEMBER_COLORS, needText, type ExpertNeed } from '~/ui/plan_words'
import { ReasonButton } from '~/ui/reason_button'
import type { PlanCommittee, PlanMeeting, PlanMember } from '~/ui/plan_panels'
import { WholeTable } from '~/ui/whole_table'

type Props = {
  plan: { id: number; status: string; flow: string; needs: ExpertNeed[] }
  meeting: PlanMeeting
  committee: PlanCommittee
  members: PlanMember[]
  draws: DrawCard[]
  /** whom the next draw could take */
  pool: {
    needs: number[]
    experts: {
      id: number
      name: string
      unit: string
      specialty: string
      excluded: string | null
    }[]
  }
}

const count = (members: PlanMember[], need: number, ...status: string[]) =>
  members.filter((each) => each.need === need && status.includes(each.status)).length

export default function Draw(props: Props) {
  const { plan, meeting, members, draws } = props
  const last = draws.at(-1)
  const preparing = meeting.status === 'preparing'
  const short = plan.needs.some(
    (need, index) => count(members, index, 'drawn', 'active') < need.count
  )
  const waiting = members.filter(({ status }) => status === 'drawn').length
  const step =
    !last || (short && last.status !== 'committed')
      ? 0
      : last.status === 'committed'
        ? 1
        : waiting > 0
          ? 2
          : 3
  return (
    <>
      <PageHead
        title={`抽取评委 · ${meeting.name}`}
        hint={`${props.committee.name}　评委库 ${props.pool.experts.length} 人`}
        actions={
          draws.some(({ drawnAt }) => drawnAt !== null) && (
            <>
              {draws.some(({ status }) => status === 'drawn') && (
                <CommandButton
                  path={`/draws/${plan.id}/reveal`}
                  confirm={{
                    title: '公布抽取密钥？',
                    content: '公布后任何人可以核对名单。会议开始时也会自动公布。',
                  }}
                >
                  公布密钥
                </CommandButton>
              )}
              <CommandButton path={`/draws/${plan.id}/replay`}>核对名单</CommandButton>
              <Button onClick={() => window.print()}>打印</Button>
            </>
          )
        }
      />
      {preparing && (
        <div className="card no-print">
          <Steps
            size="small"
            current={step}
            items={[
              { title: '登记承诺值' },
              { title: '冻结评委库并抽取' },
              { title: '评委确认' },
              { title: '完成' },
            ]}
            style={{ marginBottom: 20 }}
          />
          {step === 0 && <Commit {...props} again={draws.length > 0} />}
          {step === 1 && <Freeze {...props} />}
          {step === 2 && <p>还有 {waiting} 位评委没有答复，请逐位联系后登记。</p>}
          {step === 3 && (
            <p>
              评委已足额确认。到 <Link href={`/meetings/${meeting.id}`}>评审会议</Link>{' '}
              安排面试并开始会议，或先发出 <Link href={`/interviews/${plan.id}`}>面试通知</Link>。
            </p>
          )}
        </div>
      )}
      <div className="card">
        <h2>抽取名单</h2>
        <Drawn {...props} editable={preparing} />
      </div>
      {draws.length > 0 && (
        <div className="card">
          <h2>抽取记录</h2>
          <DrawList draws={draws} />
        </div>
      )}
    </>
  )
}

function Commit({ plan, again, members }: Props & { again: boolean }) {
  return (
    <>
      <p>
        {again
          ? '有评委不能参加，备选专家已用完，需要再抽取：'
          : '系统先生成一次抽取的密钥并登记它的承诺值，之后才冻结评委库；任何人都不能在看到名单后再换密钥。'}
      </p>
      {again && (
        <ul>
          {plan.needs.map((need, index) => {
            const missing = need.count - count(members, index, 'drawn', 'active')
            return missing > 0 ? (
              <li key={index}>
                {needText(need)}：还缺 {missing} 人
              </li>
            ) : null
          })}
        </ul>
      )}
      <CommandButton type="primary" path={`/draws/${plan.id}/commit`}>
        登记承诺值
      </CommandButton>
    </>
  )
}

function Freeze({ plan, pool, members }: Props) {
  const [same, setSame] = useState(true)
  const [related, setRelated] = useState(true)
  const [chosen, choose] = useState<number[]>([])
  const [reason, setReason] = useState('')
  const free = pool.experts.filter(({ excluded }) => !excluded)
  const out = pool.experts.filter(({ excluded }) => excluded)
  return (
    <>
      <WholeTable
        name="draw-needs"
        size="small"
        rowKey="index"
        printable={false}
        rows={plan.needs.map((need, index) => ({ ...need, index }))}
        columns={[
          { key: 'what', title: '专家需求', render: (_, need) => needText(need) },
          {
            key: 'count',
            title: '需抽取',
            align: 'right',
            className: 'num',
            render: (_, need) => need.count - count(members, need.index, 'drawn', 'active'),
          },
          {
            key: 'reserves',
            title: '备选',
            align: 'right',
            className: 'num',
            dataIndex: 'reserves',
          },
          {
            key: 'free',
            title: '库中可抽取',
            align: 'right',
            className: 'num',
            render: (_, need) => pool.needs[need.index],
          },
        ]}
      />
      {out.length > 0 && (
        <p className="muted">
          不进入抽取的 {out.length} 人：
          {out
            .slice(0, 8)
            .map(({ name, excluded }) => `${name}（${excluded}）`)
            .join('、')}
          {out.length > 8 && '等'}
        </p>
      )}
      <Checkbox checked={same} onChange={(event) => setSame(event.target.checked)}>
        与参评人员同单位的专家回避
      </Checkbox>
      <Checkbox checked={related} onChange={(event) => setRelated(event.target.checked)}>
        近年同单位、共同署名、同一项目、推荐人、专家自述应回避的专家回避
      </Checkbox>
      <div className="grid-form" style={{ marginTop: 12 }}>
        <div className="wide" style={{ marginBottom: 12 }}>
          <label htmlFor="exclusions">申报回避的专家</label>
          <Select
            id="exclusions"
            mode="multiple"
            style={{ width: '100%' }}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="没有可以不选"
            value={chosen}
            options={free.map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` }))}
            onChange={choose}
          />
        </div>
        {chosen.length > 0 && (
          <div className="wide" style={{ marginBottom: 12 }}>
            <label htmlFor="exclusion-reason">回避原因</label>
            <Input
              id="exclusion-reason"
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
        )}
      </div>
      <CommandButton
        type="primary"
        path={`/draws/${plan.id}/draw`}
        disabled={chosen.length > 0 && !reason.trim()}
        body={{
          excludeSameUnit: same,
          excludeRelated: related,
          exclusions: chosen.map((expertId) => ({ expertId, reason })),
        }}
        confirm={{
          title: '冻结评委库并抽取？',
          content: `评委库 ${pool.experts.length} 人，其中 ${free.length - chosen.length} 人进入抽取。抽取后名单不能更改，不能参加的由备选专家依次递补。`,
        }}
      >
        冻结评委库并抽取
      </CommandButton>
    </>
  )
}

function Drawn({ plan, members, editable }: Props & { editable: boolean }) {
  const drawn = members.filter(({ need }) => need !== null)
  return (
    <WholeTable<PlanMember>
      name="drawn"
      rowKey="id"
      rows={drawn}
      pageSize={50}
      printable={false}
      search={{
        label: '姓名、单位或专业',
        text: (row) => `${row.name} ${row.unit} ${row.specialty}`,
      }}
      empty={<Empty title="还没有抽取评委">抽取后在这里登记每位评委的答复。</Empty>}
      columns={[
        {
          key: 'need',
          title: '专家需求',
          render: (_, row) => needText(plan.needs[row.need!]),
        },
        // by which the record of the draw names him
        { key: 'expertId', title: '专家编号', className: 'num', dataIndex: 'expertId' },
        { key: 'name', title: '姓名', dataIndex: 'name' },
        { key: 'unit', title: '工作单位', dataIndex: 'unit' },
        { key: 'title', title: '职称', dataIndex: 'title' },
        { key: 'specialty', title: '专业', dataIndex: 'specialty' },
        {
          key: 'status',
          title: '状态',
          render: (_, row) => (
            <>
              <Tag color={MEMBER_COLORS[row.status]}>
                {MEMBER_STATUS[row.status]}
                {row.status === 'reserve' && ` ${row.rank}`}
              </Tag>
              {row.reason && <span className="muted">{row.reason}</span>}
            </>
          ),
        },
        ...(editable
          ? [
              {
                key: 'act',
                title: '操作',
                acts: true,
                render: (_: unknown, row: PlanMember) => (
                  <>
                    {row.status === 'drawn' && (
                      <CommandButton
                        type="link"
                        size="small"
                        path={`/draws/${plan.id}/answer`}
                        body={{ memberId: row.id, answer: 'confirm' }}
                      >
                        确认参加
                      </CommandButton>
                    )}
                    {(row.status === 'drawn' || row.status === 'active') && (
                      <ReasonButton
                        type="link"
                        size="small"
                        danger
                        path={`/draws/${plan.id}/answer`}
                        body={{ memberId: row.id, answer: 'refuse' }}
                        title={`${row.name} 不能参加？`}
                        hint="登记后由同一需求的下一位备选专家递补。"
                        label="不能参加的原因"
                      >
                        不能参加
                      </ReasonButton>
                    )}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
