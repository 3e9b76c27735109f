import { Tag } from 'antd'

export type DrawCard = {
  id: number
  number: number
  status: string
  commitment: string
  secret: string | null
  committedAt: string
  drawnAt: string | null
  revealedAt: string | null
  candidates: number[]
  excluded: number
  drawn: number[][]
}

const STATUS: Record<string, [string, string]> = {
  committed: ['已登记承诺值', 'processing'],
  drawn: ['已抽取', 'warning'],
  revealed: ['密钥已公布', 'success'],
}

/** The draws of a plan with what it takes to repeat them. */
export function DrawList({ draws }: { draws: DrawCard[] }) {
  return (
    <>
      {draws.map((draw) => (
        <section key={draw.id} style={{ marginBottom: 22 }}>
          <h3 style={{ fontSize: 15 }}>
            第 {draw.number} 次抽取 <span className="muted">抽取编号 {draw.id}</span>{' '}
            <Tag color={STATUS[draw.status][1]}>{STATUS[draw.status][0]}</Tag>
          </h3>
          <dl className="facts">
            <div className="wide">
              <dt>承诺值（密钥的 SHA-256），登记于 {draw.committedAt}</dt>
              <dd className="num" style={{ wordBreak: 'break-all' }}>
                {draw.commitment}
              </dd>
            </div>
            <div className="wide">
              <dt>密钥</dt>
              <dd className="num" style={{ wordBreak: 'break-all' }}>
                {draw.secret ?? '抽取后公布'}
              </dd>
            </div>
            {draw.drawnAt && (
              <>
                <div>
                  <dt>抽取时间</dt>
                  <dd className="num">{draw.drawnAt}</dd>
                </div>
                <div>
                  <dt>符合条件 / 回避或不符合</dt>
                  <dd className="num">
                    {draw.candidates.join('、')} 人 / {draw.excluded} 人
                  </dd>
                </div>
                <div className="wide">
                  <dt>依次抽中的专家编号</dt>
                  <dd className="num">
                    {draw.drawn.map((ids) => ids.join('、') || '无').join('；')}
                  </dd>
                </div>
              </>
            )}
          </dl>
        </section>
      ))}
      <p className="muted">
        名单由密钥和冻结的评委库算出：密钥在冻结评委库之前生成并登记其承诺值，抽取后公布，任何人都可以用同样的办法重新算出同一份名单。
      </p>
    </>
  )
}
