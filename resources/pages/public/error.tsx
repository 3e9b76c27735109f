import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'

const TITLES: Record<number, string> = { 403: '没有权限', 503: '暂停服务' }

export default function ErrorPage({ status, message }: { status: number; message: string }) {
  return (
    <div className="narrow card">
      <PageHead title={TITLES[status] ?? (status >= 500 ? '系统出错' : '没有找到')} />
      <p>{message}</p>
      {status !== 503 && <Link href="/">返回首页</Link>}
    </div>
  )
}
