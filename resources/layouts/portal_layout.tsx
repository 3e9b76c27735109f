import type { ReactNode } from 'react'
import { Link } from '~/ui/link'
import { useSite, useUrl } from '~/ui/site'
import { useSay } from '~/ui/words'

/** The public face of a province. */
export function PortalLayout({ children }: { children: ReactNode }) {
  const { brand, actor, site } = useSite()
  const say = useSay()
  const url = useUrl()
  return (
    <div className="portal">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="portal-top">
        <div className="inner">
          <Link href="/" className="name">
            {brand?.logo && <img className="logo" src={url(brand.logo)} alt="" />}
            {brand?.name ?? '职称评审服务平台'}
          </Link>
          {brand && (
            <>
              <Link href="/">首页</Link>
              <Link href="/publicity">{say('公示')}</Link>
              <Link href="/help">{say('帮助与下载')}</Link>
              <Link href="/verify">{say('证书核验')}</Link>
              {site.demo && <Link href="/personas">演示角色</Link>}
              {actor ? (
                <Link
                  href={
                    actor.kind === 'applicant'
                      ? '/apply'
                      : actor.kind === 'expert'
                        ? '/expert'
                        : '/home'
                  }
                >
                  {actor.name}
                </Link>
              ) : (
                <Link href="/sign-in">登录</Link>
              )}
            </>
          )}
        </div>
      </header>
      <main className="portal-main" id="main">
        {children}
      </main>
      <footer className="portal-foot">
        <div className="inner">
          {brand?.organizer && <div>主办：{brand.organizer}</div>}
          {brand && <Link href="/verify">证书核验</Link>}
          {site.demo && <div>演示环境：数据均为演示数据，证书与印章不具法律效力。</div>}
        </div>
      </footer>
    </div>
  )
}
