export interface SecondFactorSetUp {
  secret: string
  picture: string
}

/** The square to scan, and the secret for who types it. */
export const SetUp = ({ secret, picture }: SecondFactorSetUp) => (
  <div style={{ marginBottom: 16 }}>
    <p>用手机上的验证器（支持动态口令的应用或小程序）扫描，再输入显示的六位口令。</p>
    <img src={picture} alt="绑定动态口令的二维码" width={180} height={180} />
    <p className="muted">
      不能扫描时，可手工输入密钥：
      <span className="num" style={{ overflowWrap: 'anywhere' }}>
        {secret.match(/.{1,4}/g)!.join(' ')}
      </span>
    </p>
  </div>
)
