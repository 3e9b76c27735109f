import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { useSite } from '~/ui/site'
import { useSay } from '~/ui/words'

export default function Home({ counts }: { counts: { open: number; held: number } | null }) {
  const { actor, menu } = useSite()
  const say = useSay()
  return (
    <>
      <PageHead title={`${actor?.name}，您好`} hint={actor?.organization} />
      {counts && (
        <div className="card">
          <h2>待办</h2>
          {counts.open + counts.held === 0 ? (
            <p style={{ margin: 0 }}>现在没有需要您处理的申报。</p>
          ) : (
            <p style={{ margin: 0 }}>
              <Link href="/reviews">未审核 {counts.open} 份</Link>　
              <Link href="/reviews?tab=held">审核待定 {counts.held} 份</Link>
            </p>
          )}
        </div>
      )}
      <div className="entries">
        {menu
          .flatMap(({ entries }) => entries)
          .map(({ label, path }) => (
            <Link key={path} href={path} className="entry">
              <b>{say(label)}</b>
            </Link>
          ))}
      </div>
    </>
  )
}
