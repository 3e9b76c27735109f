import type { PersonRow } from '#results/queries/list_people'
import { DatePicker, Form, Input, Radio, Tag } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { ExportButton } from '~/ui/export_button'
import { FileName } from '~/ui/file_list'
import type { FileLink } from '~/ui/form_types'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { STAGE, TARGET, VOTES, WHO } from '~/ui/results/person_columns'
import { FILING_STATUS } from './index'
import { must } from '~/ui/must'

type Props = {
  words: { label: string; numberLabel: string }
  filing: {
    id: number
    meeting: string
    committee: string
    office: string
    reviewer: string
    status: string
    number: string | null
    filedOn: string | null
    at: string
    note: string | null
    opinion: string | null
    decidedBy: string | null
    decidedAt: string | null
    version: number
    mayDecide: boolean
    attachment: FileLink | null
  }
  /** today where the product runs, whatever the clock of the reader says */
  day: string
  people: Paged<PersonRow>
}

export default function Filing({ words, filing, day, people }: Props) {
  const path = `/filings/${filing.id}`
  const [label, color] = FILING_STATUS[filing.status]
  return (
    <>
      <PageHead
        title={`${words.label}：${filing.meeting}`}
        hint={filing.committee}
        actions={
          <>
            <ExportButton path={`${path}/export`}>导出名单</ExportButton>
            <Link href="/filings">返回列表</Link>
          </>
        }
      />
      <div className="card">
        <dl className="facts">
          <Fact label="状态">
            <Tag color={color} variant="filled">
              {label}
            </Tag>
          </Fact>
          <Fact label="提交机构">{filing.office}</Fact>
          <Fact label="提交时间">{filing.at}</Fact>
          <Fact label="审核机构">{filing.reviewer}</Fact>
          <Fact label="说明">{filing.note ?? '—'}</Fact>
          <Fact label="附件">
            {filing.attachment ? (
              <FileName file={filing.attachment} path={`${path}/attachment`} />
            ) : (
              '—'
            )}
          </Fact>
          {filing.opinion && (
            <>
              <Fact label={words.numberLabel}>{filing.number ?? '—'}</Fact>
              <Fact label={`${words.label}时间`}>{filing.filedOn ?? '—'}</Fact>
              <Fact label="审核意见">{filing.opinion}</Fact>
              <Fact label="审核人">
                {filing.decidedBy}　<span className="num">{filing.decidedAt}</span>
              </Fact>
            </>
          )}
        </dl>
      </div>
      {filing.mayDecide && <Decide path={path} words={words} day={day} version={filing.version} />}
      <div className="card">
        <h2>公示通过参评人员名单</h2>
        <DataTable<PersonRow>
          name="filing_people"
          rowKey="id"
          paged={people}
          empty={{ title: '名单为空' }}
          columns={[...WHO, ...TARGET, ...VOTES, STAGE]}
        />
      </div>
    </>
  )
}

function Decide({
  path,
  words,
  day,
  version,
}: {
  path: string
  words: Props['words']
  day: string
  version: number
}) {
  const [form] = Form.useForm()
  const outcome = Form.useWatch('outcome', form)
  return (
    <div className="card">
      <h2>审核</h2>
      <CommandForm
        path={`${path}/decide`}
        submit="保存"
        form={form}
        initial={{ filedOn: dayjs(day) }}
        body={(values) => ({
          ...values,
          version,
          filedOn: (values.filedOn as Dayjs | undefined)?.format('YYYY-MM-DD'),
        })}
      >
        <div className="grid-form">
          <Form.Item name="outcome" label="审核结果" rules={must('审核结果')}>
            <Radio.Group
              options={[
                { value: 'approved', label: '审核通过' },
                { value: 'refused', label: '审核不通过' },
              ]}
            />
          </Form.Item>
          {outcome !== 'refused' && (
            <>
              <Form.Item name="number" label={words.numberLabel} rules={must(words.numberLabel)}>
                <Input maxLength={60} />
              </Form.Item>
              <Form.Item
                name="filedOn"
                label={`${words.label}时间`}
                rules={must(`${words.label}时间`)}
              >
                <DatePicker style={{ width: '100%' }} />
              </Form.Item>
            </>
          )}
          <Form.Item className="wide" name="opinion" label="审核意见" rules={must('审核意见')}>
            <Input.TextArea rows={3} maxLength={1000} showCount />
          </Form.Item>
        </div>
      </CommandForm>
    </div>
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
