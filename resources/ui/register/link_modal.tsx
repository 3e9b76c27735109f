import { Form, Select } from 'antd'
import { EntryModal } from './entry_modal'
import { must } from '~/ui/must'
import { SearchSelect } from './search_select'

type Option = { value: string; label: string }
export const CORES: Option[] = [
  { value: 'unit', label: '单位' },
  { value: 'department', label: '主管部门' },
  { value: 'agency', label: '经办机构' },
  { value: 'title_office', label: '职称管理部门' },
  { value: 'committee_office', label: '评委会' },
]

interface Props {
  open: boolean
  /** what the other body is to one's own */
  side: 'upper' | 'lower'
  pathSets: Option[]
  levels: Option[]
  initial?: { pathSet?: string | null; level?: string | null }
  onClose: () => void
}

/** One's own body asks another to stand above or below it; the other end confirms (HU-26). */
export function LinkModal({ open, side, pathSets, levels, initial, onClose }: Props) {
  const other = side === 'upper' ? '上级机构' : '下级机构'
  return (
    <EntryModal
      open={open}
      title={side === 'upper' ? '请求上级把本机构列为下级' : '新增下级机构'}
      hint={`提交后由${other}确认；对方确认后审核路径接通。`}
      path="/path-links"
      initial={{
        // one of several is chosen by the person, who may not look at what stands there already
        pathSet: initial?.pathSet ?? (pathSets.length === 1 ? pathSets[0].value : null),
        level: initial?.level ?? null,
      }}
      body={(values) => ({ ...values, side })}
      onClose={onClose}
    >
      <Form.Item name="pathSet" label="审核路径" rules={must('审核路径', '选择')}>
        <Select placeholder="请选择" options={pathSets} />
      </Form.Item>
      <Form.Item name="level" label="职称等级" extra="不选则适用于全部等级。">
        <Select allowClear placeholder="全部等级" options={levels} />
      </Form.Item>
      <CoreAndBody label={other} />
    </EntryModal>
  )
}

function CoreAndBody({ label }: { label: string }) {
  const core = Form.useWatch('core') as string | undefined
  return (
    <>
      <Form.Item name="core" label={`${label.slice(0, 2)}节点类型`}>
        <Select allowClear placeholder="不限" options={CORES} />
      </Form.Item>
      <Form.Item name="otherId" label={label} rules={must(label, '选择')}>
        <SearchSelect
          key={core}
          path="/lookup/bodies"
          parameters={{ core }}
          placeholder="输入机构名称关键字"
        />
      </Form.Item>
    </>
  )
}
