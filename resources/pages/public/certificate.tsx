import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'

type Certificate = {
  state: 'valid' | 'revoked' | 'replaced'
  facts: { label: string; value: string }[]
  revokedOn: string | null
  signer: string | null
}
type Props = { certificate: Certificate | null; isFileChecked: boolean }

const WORDS = {
  valid: ['证书有效', '以下信息与签发时一致。'],
  revoked: ['证书已撤销', '该证书已由发证机关撤销，不再具有效力。'],
  replaced: ['证书已换发', '该证书已换发，请以持证人的新证书为准。'],
  unknown: ['没有查到该证书', '请核对二维码或网址是否完整；仍有疑问，请向发证机关核实，谨防伪造。'],
} as const

export default function CertificateCheck({ certificate, isFileChecked }: Props) {
  const state = certificate?.state ?? 'unknown'
  const [title, text] = WORDS[state]
  return (
    <>
      <PageHead title="证书核验结果" />
      <div className="card verdict" data-state={state}>
        <div className="verdict-mark" aria-hidden>
          {state === 'valid' ? '✓' : state === 'unknown' ? '?' : '✕'}
        </div>
        <div>
          <h2>{title}</h2>
          <p>
            {text}
            {certificate?.revokedOn && `撤销日期 ${certificate.revokedOn}。`}
            {isFileChecked && state === 'valid' && '您提交的文件与签发的文件完全一致。'}
          </p>
        </div>
      </div>
      {certificate && (
        <div className="card">
          <dl className="facts">
            {certificate.facts.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="num">{value}</dd>
              </div>
            ))}
            {certificate.signer && (
              <div>
                <dt>电子印章</dt>
                <dd>{certificate.signer}</dd>
              </div>
            )}
          </dl>
        </div>
      )}
      <p>
        <Link href="/verify">核验其他证书</Link>
      </p>
    </>
  )
}
