import { Button, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { ReasonButton } from '~/ui/reason_button'
import { EntryModal } from '~/ui/register/entry_modal'
import { must } from '~/ui/must'
import { ExportButton } from '~/ui/register/export_button'
import { ImportButton } from '~/ui/register/import_button'
import { SearchSelect } from '~/ui/register/search_select'
import { Slips, type Slip } from '~/ui/slips'

type Row = {
  id: number
  version: number
  code: string
  name: string
  level: string
  levelLabel: string
  seriesCode: string
  series: string
  organizationId: number
  organization: string
  officeId: number | null
  office: string | null
  size: number
  validFrom: string
  validUntil: string
  filingNumber: string | null
  contactName: string | null
  contactPhone: string | null
  status: string
  reason: string | null
}
type Props = {
  filters: Record<string, string>
  mayEdit: boolean
  levels: { value: string; label: string }[]
  series: { code: string; name: string; specialties: { code: string; name: string }[] }[]
  usesNetwork: boolean
  committees: Paged<Row>
}

/** Committees of the province: kept (HU-44…50) or only looked up (HU-51). */
export default function Committees(props: Props) {
  const { filters, mayEdit, levels, series, committees } = props
  const [edited, edit] = useState<Row | 'new' | null>(null)
  const [slips, setSlips] = useState<Slip[]>([])
  const base = mayEdit ? '/committee-register' : '/committee-query'
  return (
    <>
      <PageHead
        title={mayEdit ? '评委会管理' : '评委会查询'}
        hint={
          mayEdit
            ? '联系人即评委会的操作员，凭激活码登录后以评委会身份办理；评审专业、组建单位、缴费标准在“其他信息”中维护。'
            : '全省评委会及其评审专业、组建单位、缴费标准。'
        }
        actions={
          <>
            <ExportButton path={`${base}/export`} />
            {mayEdit && <ImportButton kind="committees" />}
            {mayEdit && (
              <Button type="primary" onClick={() => edit('new')}>
                新增评委会
              </Button>
            )}
          </>
        }
      />
      <div className="card">
        <DataTable<Row>
          exportPath={null}
          name="committee-register"
          rowKey="id"
          paged={committees}
          values={filters}
          filters={[
            { name: 'name', label: '评委会名称' },
            { name: 'code', label: '评委会代码' },
            { name: 'level', label: '评审级别', options: levels },
            {
              name: 'series',
              label: '评审系列',
              options: series.map(({ code, name }) => ({ value: code, label: name })),
            },
            { name: 'body', label: '组建单位' },
            {
              name: 'status',
              label: '状态',
              options: [
                { value: 'active', label: '正常' },
                { value: 'cancelled', label: '已注销' },
              ],
            },
          ]}
          empty={{
            title: '还没有评委会',
            hint: mayEdit ? '点击右上角“新增评委会”，或用 Excel 批量导入。' : undefined,
          }}
          columns={[
            { key: 'code', title: '代码', className: 'num', dataIndex: 'code' },
            {
              key: 'name',
              title: '评委会名称',
              render: (_, row) => <Link href={`${base}/${row.id}`}>{row.name}</Link>,
            },
            { key: 'level', title: '评审级别', dataIndex: 'levelLabel' },
            { key: 'series', title: '评审系列', dataIndex: 'series' },
            { key: 'organization', title: '组建单位', dataIndex: 'organization' },
            { key: 'size', title: '人数', className: 'num', align: 'right', dataIndex: 'size' },
            {
              key: 'valid',
              title: '有效期',
              className: 'num',
              render: (_, row) => `${row.validFrom} 至 ${row.validUntil}`,
            },
            { key: 'contact', title: '联系人', render: (_, row) => row.contactName ?? '—' },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) =>
                row.status === 'cancelled' ? (
                  <span className="muted">已注销：{row.reason}</span>
                ) : (
                  <>
                    {mayEdit && (
                      <Button type="link" size="small" onClick={() => edit(row)}>
                        编辑
                      </Button>
                    )}
                    <Link href={`${base}/${row.id}`} className="ant-btn-link">
                      {mayEdit ? '其他信息' : '详情'}
                    </Link>
                    {mayEdit && (
                      <CommandButton
                        type="link"
                        size="small"
                        path={`/committee-register/${row.id}/reset`}
                        confirm={{
                          title: `重置“${row.name}”操作员的激活码？`,
                          content: '原密码和登录立即失效，联系人需用新的激活码重新激活。',
                        }}
                        onDone={(done) => setSlips((done.data as { slips: Slip[] }).slips)}
                      >
                        重置激活码
                      </CommandButton>
                    )}
                    {mayEdit && (
                      <ReasonButton
                        type="link"
                        size="small"
                        danger
                        path={`/committee-register/${row.id}/cancel`}
                        title={`注销“${row.name}”？`}
                        label="注销原因"
                        hint="注销后不能再选择该评委会申报，其账号同时停用。还有在办申报的评委会不能注销。"
                      >
                        注销
                      </ReasonButton>
                    )}
                  </>
                ),
            },
          ]}
        />
      </div>
      {mayEdit && (
        <CommitteeModal
          {...props}
          key={edited === 'new' ? 'new' : edited?.id}
          row={edited}
          onClose={() => edit(null)}
          onSlips={setSlips}
        />
      )}
      <Slips slips={slips} onClose={() => setSlips([])} />
    </>
  )
}

function CommitteeModal({
  row,
  levels,
  series,
  usesNetwork,
  onClose,
  onSlips,
}: Props & {
  row: Row | 'new' | null
  onClose: () => void
  onSlips: (slips: Slip[]) => void
}) {
  const [form] = Form.useForm()
  const known = row && row !== 'new' ? row : null
  return (
    <EntryModal
      open={row !== null}
      wide
      form={form}
      title={known ? '修改评委会' : '新增评委会'}
      path={known ? `/committee-register/${known.id}` : '/committee-register'}
      initial={known ? { ...known, validFrom: dayjs(known.validFrom) } : undefined}
      body={(values) => ({
        ...values,
        validFrom: dayjs.isDayjs(values.validFrom) ? values.validFrom.format('YYYY-MM-DD') : null,
        version: known?.version,
      })}
      onClose={onClose}
      onDone={(done) => onSlips((done.data as { slips: Slip[] }).slips)}
    >
      {!known && (
        <Form.Item name="code" label="评委会代码" rules={must('评委会代码')}>
          <Input maxLength={40} />
        </Form.Item>
      )}
      <Form.Item name="name" label="评委会名称" rules={must('评委会名称')}>
        <Input maxLength={150} />
      </Form.Item>
      <Form.Item name="level" label="评审级别" rules={must('评审级别', '选择')}>
        <Select options={levels} />
      </Form.Item>
      {!known && <SeriesAndSpecialties series={series} />}
      <Form.Item name="organizationId" label="组建单位" rules={must('组建单位', '选择')}>
        <SearchSelect
          path="/lookup/bodies"
          known={known ? { value: known.organizationId, label: known.organization } : undefined}
        />
      </Form.Item>
      {usesNetwork && (
        <Form.Item
          name="officeId"
          label="审核路径中的节点"
          extra="申报材料逐级审核后送到这个节点。"
        >
          <SearchSelect
            path="/lookup/bodies"
            parameters={{ core: 'committee_office' }}
            known={
              known?.officeId ? { value: known.officeId, label: known.office ?? '' } : undefined
            }
          />
        </Form.Item>
      )}
      <Form.Item name="size" label="评委会人数" rules={must('评委会人数')}>
        <InputNumber min={1} max={500} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="validFrom" label="核准备案日期" rules={must('核准备案日期', '选择')}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="filingNumber" label="备案文号">
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="contactName" label="联系人" rules={must('联系人')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="contactIdNumber"
        label="联系人身份证号"
        rules={known?.contactName ? undefined : must('联系人身份证号')}
        extra={known?.contactName ? '不更换联系人时不必填写。' : '联系人即评委会的操作员。'}
      >
        <Input maxLength={18} autoComplete="off" />
      </Form.Item>
      <Form.Item name="contactPhone" label="联系电话">
        <Input maxLength={30} />
      </Form.Item>
    </EntryModal>
  )
}

function SeriesAndSpecialties({ series }: Pick<Props, 'series'>) {
  const form = Form.useFormInstance()
  const code = Form.useWatch('series') as string | undefined
  const picked = series.find((each) => each.code === code)
  return (
    <>
      <Form.Item name="series" label="评审系列" rules={must('评审系列', '选择')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={series.map((each) => ({ value: each.code, label: each.name }))}
          onChange={() => form.setFieldValue('specialties', [])}
        />
      </Form.Item>
      <Form.Item name="specialties" label="评审专业" rules={must('评审专业', '选择')}>
        <Select
          mode="multiple"
          maxTagCount={2}
          disabled={!picked}
          showSearch={{ optionFilterProp: 'label' }}
          options={picked?.specialties.map((each) => ({ value: each.code, label: each.name }))}
        />
      </Form.Item>
    </>
  )
}
