import { Button, Modal } from 'antd'

export interface Slip {
  name: string
  login: string
  secret: string
}

/** One-time activation secrets, shown once: printed as slips or saved as a list for the people they belong to. */
export function Slips({ slips, onClose }: { slips: Slip[]; onClose: () => void }) {
  return (
    <Modal
      open={slips.length > 0}
      rootClassName="printed-alone"
      title="激活码（只显示这一次）"
      mask={{ closable: false }}
      onCancel={onClose}
      footer={[
        <Button key="list" onClick={() => save(slips)}>
          导出名单
        </Button>,
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

/** A table that office programs open; made here, since the server no longer knows the secrets. */
function save(slips: Slip[]) {
  const line = (cells: string[]) =>
    // a leading apostrophe-like tab keeps long numbers and formulas text
    cells.map((cell) => `"\t${cell.replaceAll('"', '""')}"`).join(',')
  const text = [line(['姓名', '登录名', '激活码'])]
    .concat(slips.map(({ name, login, secret }) => line([name, login, secret])))
    .join('\r\n')
  const address = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = address
  link.download = '激活码名单.csv'
  link.click()
  URL.revokeObjectURL(address)
}
