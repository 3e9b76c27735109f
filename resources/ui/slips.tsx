import { Button, Modal } from 'antd'

export interface Slip {
  name: string
  login: string
  secret: string
}

/** One-time activation secrets, shown once and printed for the people they belong to. */
export function Slips({ slips, onClose }: { slips: Slip[]; onClose: () => void }) {
  return (
    <Modal
      open={slips.length > 0}
      title="激活码（只显示这一次）"
      onCancel={onClose}
      footer={[
        <Button key="print" onClick={() => window.print()}>
          打印
        </Button>,
        <Button key="close" type="primary" onClick={onClose}>
          已记下
        </Button>,
      ]}
    >
      <p className="muted">
        请交给本人。本人在“激活账号”页面输入登录名和激活码，设置自己的密码后即可使用。
      </p>
      {slips.map((slip) => (
        <div className="slip" key={slip.login}>
          <div>
            {slip.name}　登录名 <b>{slip.login}</b>
          </div>
          <div className="secret">{slip.secret}</div>
        </div>
      ))}
    </Modal>
  )
}
