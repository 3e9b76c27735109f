import { Alert, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { CommandForm } from '~/ui/command_form'

export interface AdministratorCount {
  duty: string
  label: string
  count: number
}
type Opened = { login: string; secret: string }

/** The first holder of each duty is opened here; later ones by the province itself. */
export function Administrators({ path, counts }: { path: string; counts: AdministratorCount[] }) {
  const [adding, setAdding] = useState<AdministratorCount | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  return (
    <>
      <p className="muted">
        系统、安全、审计三员由不同的人担任。每类的第一个账号在这里开设，此后由本省的管理员自行开设和授权。
      </p>
      {opened && (
        <Alert
          showIcon
          type="success"
          closable={{ onClose: () => setOpened(null) }}
          style={{ marginBottom: 12 }}
          title="请把激活码交给本人"
          description={
            <>
              登录名 <b>{opened.login}</b>，激活码 <b className="num">{opened.secret}</b>
              （只显示这一次）
            </>
          }
        />
      )}
      <dl className="facts">
        {counts.map((each) => (
          <div key={each.duty}>
            <dt>{each.label}</dt>
            <dd>
              {each.count > 0 ? (
                <span className="num">{each.count} 人</span>
              ) : (
                <Button size="small" onClick={() => setAdding(each)}>
                  开设{each.label}账号
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Modal
        title={`开设${adding?.label ?? ''}账号`}
        open={adding !== null}
        onCancel={() => setAdding(null)}
        footer={null}
        destroyOnHidden
      >
        <CommandForm<Opened>
          path={`${path}/administrators`}
          submit="开设"
          reload={['administrators']}
          body={(values) => ({ ...values, duty: adding?.duty })}
          onDone={({ data }) => {
            setOpened(data ?? null)
            setAdding(null)
          }}
        >
          <Form.Item
            name="login"
            label="登录名"
            rules={[{ required: true, message: '请填写登录名' }]}
          >
            <Input />
          </Form.Item>
          <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
            <Input />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  )
}
