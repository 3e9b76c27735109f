import { existsSync } from 'node:fs'
import { chromium } from 'playwright'
import QRCode from 'qrcode'
import { sampleCertificate } from '#province/sample_certificate'

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser']

export const person = (n: number) => ({
  ...sampleCertificate,
  name: `示例人员${n}`,
  number: String(2026000000000 + n),
  verifyUrl: `http://localhost/c/${n}`,
})

const qr = (n: number) => QRCode.toString(`http://localhost/c/${n}`, { type: 'svg', margin: 0 })

/** The same fields laid out by a headless Chromium whose page is kept open. */
export async function chromiumRival() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? PROGRAMS.find((path) => existsSync(path)),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage()
  await page.setContent(html(person(0), await qr(0)))
  return {
    async make(n: number) {
      const code = await qr(n)
      await page.evaluate(`document.body.innerHTML = ${JSON.stringify(body(person(n), code))}`)
      await page.pdf({ width: '297mm', height: '210mm', printBackground: true })
    },
    close: () => browser.close(),
  }
}

export async function rate(work: () => Promise<void>, count: number): Promise<number> {
  const since = performance.now()
  for (let done = 0; done < count; done++) await work()
  return (count * 1000) / (performance.now() - since)
}

export const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]

const ROWS = [
  ['姓　　名', 'name'],
  ['性　　别', 'sex'],
  ['身份证号', 'idNumber'],
  ['工作单位', 'unit'],
  ['资格名称', 'title'],
  ['专业名称', 'specialty'],
  ['资格级别', 'level'],
  ['评审组织', 'committee'],
  ['通过时间', 'passedOn'],
  ['证书编号', 'number'],
  ['批准文号', 'documentNumber'],
] as const

const body = (data: ReturnType<typeof person>, code: string) => `
<div class="frame"></div><h1>电子职称证书</h1><h2>CERTIFICATE OF PROFESSIONAL TITLE</h2>
<div class="photo"></div><div class="qr">${code}<p>扫码验证证书真伪</p></div>
${ROWS.map(([label, name], index) => `<div class="row" style="top:${61 + index * 9.7}mm"><b>${label}</b><span>${data[name]}</span></div>`).join('')}
<div class="issuer">${data.issuer}<br>${data.issuedOn}</div>
<svg class="seal" viewBox="0 0 40 40"><defs><path id="arc" d="M6 26a15 15 0 1 1 28 0"/></defs>
<circle cx="20" cy="20" r="19" fill="none" stroke="#c8161d"/><text fill="#c8161d" font-size="4.4"><textPath href="#arc">${data.issuer}</textPath></text>
<text x="20" y="22" text-anchor="middle" fill="#c8161d" font-size="8">★</text><text x="20" y="33" text-anchor="middle" fill="#c8161d" font-size="4">测试章</text></svg>
<div class="foot">本证书经电子签名，可登录 ${data.verifyUrl} 查询验证。</div>`

const html = (
  data: ReturnType<typeof person>,
  code: string
) => `<!doctype html><meta charset="utf-8"><style>
@page { size: 297mm 210mm; margin: 0 } body { margin: 0; font-family: 'Noto Serif SC', 'Noto Serif CJK SC', serif }
body > * { position: absolute; margin: 0 } .frame { inset: 8mm; border: 1.2mm solid #8a1c1c }
h1 { top: 23mm; width: 297mm; text-align: center; font-size: 34pt; color: #8a1c1c } h2 { top: 41mm; width: 297mm; text-align: center; font-size: 10pt }
.photo { left: 36mm; top: 61mm; width: 35mm; height: 49mm; border: 0.3mm solid #ccc } .qr { left: 37mm; top: 122mm; width: 32mm }
.row { left: 94mm; font-size: 14pt } .row b { display: inline-block; width: 34mm } .issuer { left: 180mm; top: 174mm; width: 90mm; text-align: center }
.seal { left: 205mm; top: 156mm; width: 40mm } .foot { left: 30mm; top: 190mm; font-size: 8pt }
</style><body>${body(data, code)}</body>`
