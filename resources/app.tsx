import './css/frame.css'
import './css/pieces.css'
import './css/forms.css'
import './css/pages.css'
import './css/phone.css'
import './css/print.css'
import './css/meetings.css'
import './css/registers.css'
import './css/reviews.css'
import './css/rules.css'
import './css/administration.css'
import './css/charts.css'
import { createInertiaApp } from '@inertiajs/react'
import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { ComponentType, ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ConsoleLayout } from '~/layouts/console_layout'
import { PortalLayout } from '~/layouts/portal_layout'
import { FormLabel } from '~/ui/form_label'
import type { Site } from '~/ui/site'

dayjs.locale('zh-cn')

type Page = ComponentType<Record<string, unknown>> & { layout?: (page: ReactNode) => ReactNode }
const pages = import.meta.glob<{ default: Page }>('./pages/**/*.tsx')

/** Who asked his device for less motion gets none. */
const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Pages of the public and of signing in stand in the portal, all others in the console. */
const inPortal = (name: string) => name.startsWith('public/')

createInertiaApp({
  progress: { delay: 200, color: 'var(--accent)' },
  resolve: async (name: string) => {
    const load = pages[`./pages/${name}.tsx`]
    if (!load) throw new Error(`page not found: ${name}`)
    const page = (await load()).default
    page.layout ??= (content) =>
      inPortal(name) ? (
        <PortalLayout>{content}</PortalLayout>
      ) : (
        <ConsoleLayout>{content}</ConsoleLayout>
      )
    return page
  },
  setup({ el, App, props }) {
    const { brand } = props.initialPage.props as unknown as Site
    const accent = brand?.color ?? '#3c4858'
    document.documentElement.style.setProperty('--accent', accent)
    createRoot(el!).render(
      <ConfigProvider
        locale={zhCN}
        button={{ autoInsertSpace: false }}
        form={{ requiredMark: (label, { required }) => <FormLabel {...{ label, required }} /> }}
        theme={{
          token: {
            colorPrimary: accent,
            colorLink: accent,
            // derived tints of dark colours come out grey; text on each of these keeps 4.5 : 1
            colorSuccess: '#2f7d4f',
            colorSuccessBg: '#e9f5ee',
            colorSuccessBorder: '#b9dcc6',
            colorWarning: '#9a5b00',
            colorWarningBg: '#fff6e3',
            colorWarningBorder: '#efd39b',
            colorError: '#c0362c',
            colorErrorBg: '#fdefed',
            colorErrorBorder: '#f1c5bf',
            colorText: '#1f2733',
            colorTextSecondary: '#5b6675',
            colorBorderSecondary: '#e4e8ed',
            borderRadius: 6,
            fontSize: 15,
            fontFamily: 'inherit',
            controlHeight: 36,
            motion: !calm,
          },
          components: {
            Progress: { defaultColor: accent },
            Table: {
              headerBg: '#fafbfc',
              cellPaddingBlockMD: 11,
              rowSelectedBg: '#f2f5f8',
              rowSelectedHoverBg: '#e9eef3',
            },
          },
        }}
      >
        <AntApp>
          <App {...props} />
        </AntApp>
      </ConfigProvider>
    )
  },
})
