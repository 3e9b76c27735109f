import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'

export default function ErrorPage({ status, message }: { status: number; message: string }) {
  return (
    <div className="narrow card">
      <PageHead title={status >= 500 ? '系统出错' : status === 403 ? '没有权限' : '没有找到'} />
      <p>{message}</p>
      <Link href="/">返回首页</Link>
    </div>
  )
}
