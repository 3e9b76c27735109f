import { Empty } from '~/ui/empty'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { useSite } from '~/ui/site'
import { useSay } from '~/ui/words'

type Props = { waiting: { label: string; path: string; count: number }[] }

/** Beyond so many the server stops counting. */
const MANY = 1000

/** What waits for the reader first, then the way to everything else. */
export default function Home({ waiting }: Props) {
  const { actor, menu } = useSite()
  const say = useSay()
  return (
    <>
      <PageHead title={`${actor?.name}，您好`} hint={actor?.organization} />
      <section aria-labelledby="waiting">
        <h2 id="waiting" className="home-head">
          待办事项
        </h2>
        {waiting.length === 0 ? (
          <div className="card">
            <Empty title="现在没有需要您处理的事项">有新的事项时会显示在这里。</Empty>
          </div>
        ) : (
          <div className="waiting">
            {waiting.map(({ label, path, count }) => (
              <Link key={path} href={path} className="entry">
                <b className="num">{count >= MANY ? `${MANY - 1}+` : count}</b>
                {say(label)}
              </Link>
            ))}
          </div>
        )}
      </section>
      <nav aria-labelledby="functions">
        <h2 id="functions" className="home-head">
          全部功能
        </h2>
        <div className="card home-menu">
          {menu.map(({ group, entries }) => (
            <section key={group}>
              <h3>{say(group)}</h3>
              <ul>
                {entries.map(({ label, path }) => (
                  <li key={path}>
                    <Link href={path}>{say(label)}</Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </nav>
    </>
  )
}
