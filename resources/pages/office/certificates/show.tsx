import { Alert, Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { ChangeDecision, CHANGE_KINDS, type Change } from '~/ui/certificate_change'
import { CertificateState } from '~/ui/certificate_state'
import { useCommand } from '~/ui/command'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { useUrl } from '~/ui/site'

type Certificate = {
  id: number
  status: string
  number: string
  facts: { label: string; value: string }[]
  issuedAt: string | null
  signer: string | null
  digest: string | null
  code: string
  reason: string | null
  files: { id: number; label: string; name: string; size: number }[]
  revisions: { id: number; revision: number; status: string; issuedOn: string }[]
  failures: { label: string; reason: string }[]
}
type Props = {
  certificate: Certificate
  mayRevoke: boolean
  change: Change | null
  correctable: { name: string; label: string; value: string }[]
}
type Act = 'revoke' | 'reissue' | 'correct'

export default function Show({ certificate, mayRevoke, change, correctable }: Props) {
  const url = useUrl()
  const [acting, act] = useState<Act | null>(null)
  const [shown, show] = useState(certificate.files[0])
  const isNewest = certificate.revisions.at(-1)?.id === certificate.id
  return (
    <>
      <PageHead
        title={`证书 ${certificate.number}`}
        hint={<CertificateState status={certificate.status} />}
        actions={
          mayRevoke &&
          !change &&
          isNewest && (
            <>
              {certificate.status === 'issued' && (
                <>
                  <Button danger onClick={() => act('revoke')}>
                    撤销
                  </Button>
                  <Button onClick={() => act('correct')}>更正</Button>
                </>
              )}
              <Button onClick={() => act('reissue')}>
                {certificate.status === 'revoked' ? '重新发证' : '换发'}
              </Button>
            </>
          )
        }
      />
      {certificate.reason && (
        <Alert
          type={certificate.status === 'revoked' ? 'error' : 'info'}
          showIcon
          style={{ marginBottom: 18 }}
          title={`${certificate.status === 'revoked' ? '撤销原因' : '换发原因'}：${certificate.reason}`}
        />
      )}
      {change && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 18 }}
          title={`${change.proposer}于 ${change.proposedAt} 提出${CHANGE_KINDS[change.kind]}：${change.reason}`}
          description={change.corrections
            .map(({ label, value }) => `${label}更正为“${value}”`)
            .join('；')}
          action={<ChangeDecision change={change} />}
        />
      )}
      {certificate.failures.map(({ label, reason }) => (
        <Alert
          key={label}
          type="warning"
          showIcon
          style={{ marginBottom: 18 }}
          title={`${label}未能生成：${reason}`}
        />
      ))}
      <div className="side-by-side">
        <div className="card">
          {certificate.files.length > 1 && (
            <div className="table-tools">
              {certificate.files.map((file) => (
                <Button
                  key={file.id}
                  type={file.id === shown?.id ? 'primary' : 'default'}
                  onClick={() => show(file)}
                >
                  {file.label}
                </Button>
              ))}
            </div>
          )}
          {shown && (
            <>
              <iframe
                className="paper"
                title={shown.label}
                src={url(`/certificates/${shown.id}/file#navpanes=0&toolbar=0&view=Fit`)}
              />
              <div className="table-tools" style={{ marginTop: 12, marginBottom: 0 }}>
                <Button
                  type="primary"
                  href={url(`/certificates/${shown.id}/file?download`)}
                  download={shown.name}
                >
                  保存到本地
                </Button>
                <Button href={url(`/certificates/${shown.id}/file`)} target="_blank">
                  打开并打印
                </Button>
                <span className="muted num">{Math.ceil(shown.size / 1024)} KB</span>
              </div>
            </>
          )}
        </div>
        <div>
          <div className="card">
            <h2>证书信息</h2>
            <dl className="facts one">
              {certificate.facts.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd className="num">{value}</dd>
                </div>
              ))}
            </dl>
          </div>
          <div className="card">
            <h2>签名与核验</h2>
            <dl className="facts one">
              <div>
                <dt>电子印章</dt>
                <dd>{certificate.signer}</dd>
              </div>
              <div>
                <dt>生成时间</dt>
                <dd className="num">{certificate.issuedAt}</dd>
              </div>
              <div>
                <dt>文件摘要（SHA-256）</dt>
                <dd className="num digest">{certificate.digest}</dd>
              </div>
            </dl>
            <p style={{ marginBottom: 0 }}>
              <Link href={`/c/${certificate.code}`}>公开核验页</Link>
            </p>
          </div>
          {certificate.revisions.length > 1 && (
            <div className="card">
              <h2>历次证书</h2>
              {certificate.revisions.map((each) => (
                <div key={each.id}>
                  {each.id === certificate.id ? (
                    <b>第 {each.revision} 次</b>
                  ) : (
                    <Link href={`/certificates/${each.id}`}>第 {each.revision} 次</Link>
                  )}
                  　<span className="num muted">{each.issuedOn}</span>　
                  <CertificateState status={each.status} />
                </div>
              ))}
            </div>
          )}
        </div>
      </div>
      {acting && (
        <ChangeDialog
          id={certificate.id}
          kind={acting}
          correctable={correctable}
          onClose={() => act(null)}
        />
      )}
    </>
  )
}

const DIALOGS: Record<Act, [string, string, string]> = {
  revoke: ['撤销这份证书？', '提出撤销', '撤销后核验页立即显示“已撤销”，申报人不能再下载。'],
  reissue: [
    '按现在的申报信息生成新证书？',
    '提出换发',
    '证书编号不变；新证书生成后，原证书不再有效，核验页显示“已换发”。',
  ],
  correct: [
    '更正证书内容',
    '提出更正',
    '只改需要更正的项目。证书编号不变；新证书生成后，原证书不再有效。',
  ],
}

function ChangeDialog(props: {
  id: number
  kind: Act
  correctable: Props['correctable']
  onClose: () => void
}) {
  const { id, kind, correctable, onClose } = props
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState<Record<string, string>>({})
  const type = (name: string, value: string) => setTyped({ ...typed, [name]: value.trim() })
  const { run, pending, errors } = useCommand(`/certificates/${id}/${kind}`, { onDone: onClose })
  const [title, okText, hint] = DIALOGS[kind]
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText="取消"
      confirmLoading={pending}
      okButtonProps={{ danger: kind === 'revoke', disabled: reason.trim().length < 2 }}
      onOk={() => void run({ ...typed, reason })}
      onCancel={onClose}
    >
      <p>{hint}由另一人复核同意后执行。</p>
      {kind === 'correct' &&
        correctable.map(({ name, label, value }) => (
          <label key={name} className="correction">
            <span>{label}</span>
            {name === 'sex' ? (
              <Select
                defaultValue={value || undefined}
                options={['男', '女'].map((sex) => ({ value: sex, label: sex }))}
                onChange={(sex) => type(name, sex)}
              />
            ) : (
              <Input
                type={name === 'passedOn' ? 'date' : 'text'}
                defaultValue={value}
                onChange={(event) => type(name, event.target.value)}
              />
            )}
          </label>
        ))}
      <Input.TextArea
        rows={3}
        maxLength={300}
        showCount
        aria-label="原因"
        placeholder="原因"
        style={{ marginBottom: 24 }}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {errors.map(({ field, message }) => (
        <div role="alert" key={field} className="fault">
          {message}
        </div>
      ))}
    </Modal>
  )
}
