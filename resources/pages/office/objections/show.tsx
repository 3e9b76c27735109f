import { Alert, Form, Input, Radio, Space, Tag } from 'antd'
import { CommandButton } from '~/ui/command_button'
import { CommandForm } from '~/ui/command_form'
import { Link } from '~/ui/link'
import type { FileLink } from '~/ui/form_types'
import { PageHead } from '~/ui/page_head'
import { EvidenceList, EvidenceUpload } from '~/ui/results/evidence'
import { OBJECTION_SOURCE, OBJECTION_STATUS } from '~/ui/results/objections'
import { StageTag } from '~/ui/stage_tag'

type Objection = {
  id: number
  source: string
  status: string
  person: string | null
  publicity: string | null
  dueOn: string
  overdue: boolean
  handler: string | null
  outcome: string | null
  at: string
  content: string
  contact: string | null
  unit: string | null
  title: string | null
  stage: string | null
  findings: string | null
  checkedAt: string | null
  decider: string | null
  opinion: string | null
  decidedAt: string | null
  isHandler: boolean
  applicationId: number | null
  /** what was handed in with it, and what the handler added */
  lead: FileLink[]
  evidence: FileLink[]
}
/** where a person goes who is alone concerned */
const STORES: Record<string, string> = {
  passed: '公示未满的继续公示，已满的转入评审通过人员库',
  not_passed: '转入评审未通过人员库',
}

type Props = { objection: Objection; maySeeCase: boolean }

export default function ObjectionPage({ objection, maySeeCase }: Props) {
  const path = `/objections/${objection.id}`
  const isChecking =
    objection.status === 'handling' || (objection.status === 'checked' && objection.isHandler)
  const [label, color] = OBJECTION_STATUS[objection.status]
  const text = (name: string, title: string) => (
    <Form.Item
      name={name}
      label={title}
      rules={[{ required: true, min: 2, message: `请填写${title}` }]}
    >
      <Input.TextArea rows={5} maxLength={1000} showCount />
    </Form.Item>
  )
  return (
    <>
      <PageHead
        title={`异议：${objection.person ?? '整个名单'}`}
        hint={objection.publicity}
        actions={<Link href="/objections">返回列表</Link>}
      />
      <div className="side-by-side">
        <div>
          <div className="card">
            <h2>反映情况</h2>
            <dl className="facts">
              <Fact label="状态">
                <Tag color={color} variant="filled">
                  {label}
                </Tag>
              </Fact>
              <Fact label="来源">{OBJECTION_SOURCE[objection.source]}</Fact>
              <Fact label="收到时间">{objection.at}</Fact>
              <Fact label="办理期限">
                {objection.dueOn}
                {objection.overdue && '（已超期）'}
              </Fact>
              {objection.person && (
                <>
                  <Fact label="被反映人">
                    {objection.person}
                    {maySeeCase && (
                      <>
                        　<Link href={`/cases/${objection.applicationId}`}>查看申报</Link>
                      </>
                    )}
                  </Fact>
                  <Fact label="工作单位">{objection.unit}</Fact>
                  <Fact label="申报职称">{objection.title}</Fact>
                  <Fact label="现状态">
                    <StageTag stage={objection.stage!} />
                  </Fact>
                </>
              )}
              {objection.source === 'public' && (
                <Fact label="联系方式">{objection.contact ?? '匿名'}</Fact>
              )}
              <div className="wide">
                <dt>内容</dt>
                <dd style={{ whiteSpace: 'pre-wrap' }}>{objection.content}</dd>
              </div>
              {objection.lead.length > 0 && (
                <div className="wide">
                  <dt>反映人提交的材料</dt>
                  <dd>
                    <EvidenceList path={path} files={objection.lead} />
                  </dd>
                </div>
              )}
            </dl>
          </div>
          {objection.findings && (
            <div className="card">
              <h2>核查情况</h2>
              <p style={{ whiteSpace: 'pre-wrap', marginTop: 0 }}>{objection.findings}</p>
              {!isChecking && <EvidenceList path={path} files={objection.evidence} />}
              <div className="muted">
                {objection.handler}　<span className="num">{objection.checkedAt}</span>
              </div>
            </div>
          )}
          {objection.opinion && (
            <div className="card">
              <h2>{objection.status === 'dismissed' ? '不予受理' : '处理决定'}</h2>
              {objection.outcome && (
                <p style={{ marginTop: 0 }}>
                  {objection.outcome === 'passed' ? '反映的问题不属实' : '反映的问题属实'}
                  {objection.person && `，${STORES[objection.outcome]}`}
                </p>
              )}
              <p style={{ whiteSpace: 'pre-wrap' }}>{objection.opinion}</p>
              <div className="muted">
                {objection.decider}　<span className="num">{objection.decidedAt}</span>
              </div>
            </div>
          )}
        </div>
        <aside>
          {objection.status === 'received' && (
            <div className="card">
              <h2>受理</h2>
              <CommandButton
                type="primary"
                path={`${path}/accept`}
                confirm={{
                  title: '受理这条反映？',
                  content: '由您核查；被反映人从公示期转入异议库。',
                }}
              >
                受理
              </CommandButton>
              <h2 style={{ fontSize: 16, margin: '24px 0 12px' }}>不予受理</h2>
              <CommandForm path={`${path}/dismiss`} submit="不予受理">
                {text('opinion', '理由')}
              </CommandForm>
            </div>
          )}
          {isChecking && (
            <div className="card">
              <h2>登记核查情况</h2>
              {objection.status === 'checked' && (
                <Alert
                  type="info"
                  style={{ marginBottom: 16 }}
                  title="您是核查人，须由本机构其他人员作出处理；在此之前您还可以修改核查情况。"
                />
              )}
              <CommandForm
                path={`${path}/check`}
                submit="保存核查情况"
                initial={{ findings: objection.findings ?? '' }}
              >
                {text('findings', '核查情况')}
              </CommandForm>
              <h2 style={{ fontSize: 16, margin: '24px 0 12px' }}>证明材料</h2>
              <EvidenceUpload path={path} files={objection.evidence} />
            </div>
          )}
          {objection.status === 'checked' && !objection.isHandler && (
            <div className="card">
              <h2>作出处理</h2>
              <CommandForm
                path={`${path}/decide`}
                submit="确定"
                confirm={({ outcome }) => ({
                  title: outcome === 'passed' ? '认定反映不属实？' : '认定反映属实？',
                  content: `${
                    objection.person ? `${objection.person}：${STORES[String(outcome)]}。` : ''
                  }处理决定作出后不能更改。`,
                })}
              >
                <Form.Item
                  name="outcome"
                  label="处理结果"
                  rules={[{ required: true, message: '请选择处理结果' }]}
                >
                  <Radio.Group>
                    <Space orientation="vertical">
                      <Radio value="passed">不属实{objection.person && `，${STORES.passed}`}</Radio>
                      <Radio value="not_passed">
                        属实{objection.person && `，${STORES.not_passed}`}
                      </Radio>
                    </Space>
                  </Radio.Group>
                </Form.Item>
                {text('opinion', '处理意见')}
              </CommandForm>
            </div>
          )}
        </aside>
      </div>
    </>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
