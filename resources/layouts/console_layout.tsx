import { router, usePage } from '@inertiajs/react'
import { Button } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useCommand } from '~/ui/command'
import { MessageBell } from '~/ui/message_bell'
import { Link } from '~/ui/link'
import { useSite, useUrl } from '~/ui/site'
import { useSay } from '~/ui/words'

/** The working place of everyone who is signed in. */
export function ConsoleLayout({ children }: { children: ReactNode }) {
  const { brand, actor, menu, site } = useSite()
  const [open, setOpen] = useState(false)
  const isOperator = actor?.kind === 'operator'
  const { run } = useCommand(isOperator ? '/operator/sign-out' : '/sign-out')
  const url = useUrl()
  const say = useSay()
  const here = usePage().url.replace(/\?.*$/, '')
  // the longest entry that leads here: `/results` is not where `/results/people` is
  const place = menu
    .flatMap(({ entries }) => entries.map(({ path }) => path))
    .filter((path) => here === url(path) || here.startsWith(`${url(path)}/`))
    .sort((a, b) => b.length - a.length)[0]
  const side = useRef<HTMLElement>(null)
  useEffect(() => {
    // of a long menu the place one is at is shown
    side.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [place])
  return (
    <div className="console">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <nav ref={side} className={`console-side${open ? ' open' : ''}`} aria-label="功能菜单">
        <Link href="/" className="console-brand">
          {brand?.logo ? <img className="logo" src={url(brand.logo)} alt="" /> : <span />}
          {brand?.shortName ?? '职称评审运维'}
        </Link>
        {menu.map(({ group, entries }) => (
          <div key={group}>
            <div className="menu-group">{say(group)}</div>
            {entries.map(({ label, path }) => (
              <Link
                key={path}
                href={path}
                className="menu-link"
                aria-current={path === place ? 'page' : undefined}
                onClick={() => setOpen(false)}
              >
                {say(label)}
              </Link>
            ))}
          </div>
        ))}
      </nav>
      <div>
        <div className="console-top">
          <Button className="menu-toggle" onClick={() => setOpen(!open)} aria-expanded={open}>
            菜单
          </Button>
          <span className="console-who">
            <b>{actor?.name}</b>
            <span className="where">{actor?.organization}</span>
          </span>
          {!isOperator && <MessageBell />}
          {site.demo && !isOperator && (
            <Button size="small" onClick={() => router.visit(url('/personas'))}>
              换个角色
            </Button>
          )}
          {!isOperator && (
            <Button size="small" className="on-desk" onClick={() => router.visit(url('/password'))}>
              修改密码
            </Button>
          )}
          <Button size="small" onClick={() => run()}>
            退出
          </Button>
        </div>
        <main className="console-main" id="main">
          {children}
        </main>
      </div>
    </div>
  )
}
