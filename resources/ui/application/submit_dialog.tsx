import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useCommand } from '../command'

interface Props {
  open: boolean
  application: {
    id: number
    version: number
    unit: string
    title: string | null
    series: string | null
    specialty: string | null
    level: string | null
  }
  pledge: { version: string; text: string }
  onClose: () => void
}

/** The last look before the application is handed in: what is applied for, to whom it goes, the pledge (R15). */
export function SubmitDialog({ open, application, pledge, onClose }: Props) {
  const [pledged, setPledged] = useState(false)
  const submit = useCommand(`/apply/${application.id}/submit`)
  return (
    <Modal
      open={open}
      title="提交申报"
      okText="确认提交"
      cancelText="再看看"
      okButtonProps={{ disabled: !pledged, loading: submit.pending }}
      onCancel={onClose}
      onOk={() => void submit.run({ pledgeVersion: pledge.version, version: application.version })}
    >
      <dl className="facts" style={{ marginBottom: 16 }}>
        <div>
          <dt>申报职称</dt>
          <dd>
            {application.title}（{application.level}）
          </dd>
        </div>
        <div>
          <dt>申报系列、专业</dt>
          <dd>
            {application.series}　{application.specialty}
          </dd>
        </div>
        <div className="wide">
          <dt>提交后</dt>
          <dd>
            由{application.unit}审核推荐，再逐级上报。提交后不能修改；单位尚未审核时可以撤回。
          </dd>
        </div>
      </dl>
      <p className="pledge">{pledge.text}</p>
      <Checkbox checked={pledged} onChange={(event) => setPledged(event.target.checked)}>
        本人已阅读并同意上述承诺
      </Checkbox>
    </Modal>
  )
}
