import { ColorPicker, Form, Input } from 'antd'
import { useState } from 'react'
import type { PortalTexts } from '#rules/actions/portal'
import { CommandForm } from '~/ui/command_form'
import { PageHead } from '~/ui/page_head'
import { LogoPart } from '~/ui/logo_part'
import { must } from '~/ui/must'
import { useSite, useUrl } from '~/ui/site'

type Props = { portal: PortalTexts; version: number }

const LEAST_CONTRAST = 4.5

/** Contrast of `#rrggbb` against white (WCAG), for the eye; the server decides. */
function contrastOf(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}

export default function Brand({ portal, version }: Props) {
  const [form] = Form.useForm()
  const [color, paint] = useState(portal.color)
  const typed = Form.useWatch([], form) as Partial<PortalTexts> | undefined
  const shown = { ...portal, ...typed, color }
  const contrast = contrastOf(color)
  const { brand } = useSite()
  const url = useUrl()
  return (
    <>
      <PageHead title="门户设置" hint="保存后门户和全部页面使用新的名称和颜色。" />
      <div className="side-by-side">
        <section className="card">
          <CommandForm
            path="/portal/brand"
            submit="保存"
            form={form}
            initial={{ ...portal }}
            body={(values) => ({ ...values, color, version })}
          >
            <Form.Item name="name" label="门户名称" rules={must('门户名称')}>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name="shortName" label="简称" rules={must('简称')}>
              <Input maxLength={12} />
            </Form.Item>
            <Form.Item
              name="color"
              label="主色"
              extra={`与白色的对比度 ${contrast.toFixed(1)} : 1${
                contrast < LEAST_CONTRAST ? `，低于 ${LEAST_CONTRAST} : 1，文字不易看清` : '，清晰'
              }`}
            >
              <span>
                <ColorPicker
                  showText
                  disabledAlpha
                  format="hex"
                  value={color}
                  onChange={(picked) => paint(picked.toHexString().slice(0, 7))}
                />
              </span>
            </Form.Item>
            <Form.Item name="slogan" label="标语">
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="organizer" label="主办单位">
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name="phone" label="联系电话">
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="copyright" label="版权单位">
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name="publicityNote" label="公示页说明" extra="留空时显示通用说明">
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
            </Form.Item>
            <Form.Item name="helpNote" label="帮助页说明" extra="留空时显示咨询电话">
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
            </Form.Item>
          </CommandForm>
        </section>
        <aside className="card" aria-label="预览">
          <LogoPart logo={brand?.logo ?? null} />
          <h2>预览</h2>
          <div className="brand-preview">
            <header style={{ background: shown.color }}>
              {brand?.logo && <img className="logo" src={url(brand.logo)} alt="标志" />}
              {shown.name}
            </header>
            <div>
              <b>{shown.slogan}</b>
              <p>
                <span className="brand-button" style={{ background: shown.color }}>
                  个人申报
                </span>{' '}
                <span style={{ color: shown.color }}>查看公示</span>
              </p>
            </div>
            <div>
              <b>评审结果公示</b>
              <p className="muted">
                {shown.publicityNote ||
                  '公示期内如有异议，可在公示页实名或匿名反映；公示结束后名单撤下。'}
              </p>
              <b>帮助与下载</b>
              <p className="muted">
                {shown.helpNote ||
                  (shown.phone ? `咨询电话：${shown.phone}` : '操作说明、政策文件和样表')}
              </p>
            </div>
            <footer>
              {shown.organizer && `主办：${shown.organizer}`} {shown.phone}
            </footer>
          </div>
        </aside>
      </div>
    </>
  )
}
