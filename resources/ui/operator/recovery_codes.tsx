import { Alert, Button } from 'antd'

/** Recovery codes, shown this once. */
export const RecoveryCodes = ({ codes, onKept }: { codes: string[]; onKept: () => void }) => (
  <>
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title="请抄写或打印以下恢复码，存放在安全的地方"
      description="手机遗失时，可用任一恢复码代替动态口令登录，每个只能用一次。离开本页后不再显示。"
    />
    <ul className="recovery-codes num">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
    <div className="actions">
      <Button type="primary" onClick={onKept}>
        已保存好，继续
      </Button>
      <Button onClick={() => window.print()}>打印</Button>
    </div>
  </>
)
