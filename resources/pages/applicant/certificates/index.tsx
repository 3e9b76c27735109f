import { Button } from 'antd'
import { CertificateState } from '~/ui/certificate_state'
import { Empty } from '~/ui/empty'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { useUrl } from '~/ui/site'

type Certificate = {
  id: number
  status: string
  number: string
  code: string
  title: string
  specialty: string
  level: string
  issuer: string
  issuedOn: string
  /** of a revoked one */
  reason: string | null
}

export default function Certificates({ certificates }: { certificates: Certificate[] }) {
  const url = useUrl()
  return (
    <>
      <PageHead
        title="我的证书"
        hint="可下载、打印；他人可扫描证书上的二维码，或凭证书编号和姓名核验。"
      />
      {certificates.length === 0 && (
        <div className="card">
          <Empty title="还没有证书">
            评审通过、公示和编号完成后，发证机关会生成电子证书，届时可在这里下载和打印。
          </Empty>
        </div>
      )}
      {certificates.map((each) => (
        <article className="card" key={each.id}>
          <h2>
            {each.title} · {each.specialty}　<CertificateState status={each.status} />
          </h2>
          {each.status === 'issued' && (
            <iframe
              className="paper on-desk"
              title={`证书 ${each.number}`}
              src={url(`/certificates/${each.id}/file#navpanes=0&toolbar=0&view=Fit`)}
            />
          )}
          {each.status === 'issued' && (
            <a className="paper-picture" href={url(`/certificates/${each.id}/file?download`)}>
              <img
                src={url(`/certificates/${each.id}/picture`)}
                alt={`证书 ${each.number} 的图片，点击下载`}
                loading="lazy"
              />
            </a>
          )}
          <dl className="facts" style={{ margin: '16px 0' }}>
            <div>
              <dt>证书编号</dt>
              <dd className="num">{each.number}</dd>
            </div>
            <div>
              <dt>资格级别</dt>
              <dd>{each.level}</dd>
            </div>
            <div>
              <dt>发证机关</dt>
              <dd>{each.issuer}</dd>
            </div>
            <div>
              <dt>发证日期</dt>
              <dd className="num">{each.issuedOn}</dd>
            </div>
            {each.reason && (
              <div className="wide">
                <dt>撤销原因</dt>
                <dd>{each.reason}</dd>
              </div>
            )}
          </dl>
          <div className="table-tools" style={{ marginBottom: 0 }}>
            {each.status === 'issued' && (
              <>
                <Button
                  type="primary"
                  href={url(`/certificates/${each.id}/file?download`)}
                  download={`${each.number}.pdf`}
                >
                  下载证书
                </Button>
                <Button href={url(`/certificates/${each.id}/file`)} target="_blank">
                  打开并打印
                </Button>
              </>
            )}
            <Link href={`/c/${each.code}`}>公开核验页</Link>
          </div>
        </article>
      ))}
    </>
  )
}
