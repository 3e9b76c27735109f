import { Alert, Button, Form, Input, Upload } from 'antd'
import { Captcha } from '~/ui/captcha'
import { useCommand } from '~/ui/command'
import { CommandForm } from '~/ui/command_form'
import { PageHead } from '~/ui/page_head'

export default function Verify() {
  const file = useCommand('/verify/file', { reload: false })
  return (
    <>
      <PageHead
        title="证书核验"
        hint="扫描证书上的二维码可直接查看；也可凭证书编号和姓名查询，或上传证书文件核对。"
      />
      <div className="two-cards">
        <section className="card">
          <h2>按证书编号查询</h2>
          <CommandForm path="/verify" submit="查询" reload={false}>
            <Form.Item
              name="number"
              label="证书编号"
              rules={[{ required: true, message: '请填写证书编号' }]}
            >
              <Input autoComplete="off" inputMode="text" />
            </Form.Item>
            <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
              <Input autoComplete="off" />
            </Form.Item>
            <Form.Item name="captcha" label="人机验证（多次查询不到后需要）">
              <Captcha />
            </Form.Item>
          </CommandForm>
        </section>
        <section className="card">
          <h2>核对证书文件</h2>
          <p>选择收到的 PDF 证书，核对它与签发时是否一字不差。文件只用于比对，不会保存。</p>
          <Upload
            showUploadList={false}
            accept=".pdf"
            beforeUpload={(chosen) => {
              const body = new FormData()
              body.append('file', chosen)
              void file.run(body)
              return false
            }}
          >
            <Button loading={file.pending}>选择 PDF 文件</Button>
          </Upload>
          {file.errors.map(({ message }) => (
            <Alert
              key={message}
              type="error"
              showIcon
              style={{ marginTop: 16 }}
              title={`未通过核验：${message}`}
              description="请勿采信；仍有疑问，请向发证机关核实。"
            />
          ))}
          <p className="muted" style={{ marginBottom: 0 }}>
            证书带有电子签名，也可用 PDF 阅读器离线查看签名是否完整。
          </p>
        </section>
      </div>
    </>
  )
}
