import AxeBuilder from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright'
import { existsSync } from 'node:fs'

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser']

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROME_PATH ?? PROGRAMS.find((path) => existsSync(path)),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** A person at a browser in one province. */
export class Person {
  private constructor(
    readonly page: Page,
    readonly base: string
  ) {}

  static async at(browser: Browser, province: string, viewport = { width: 1366, height: 860 }) {
    // without motion nothing moves away under the pointer
    const context = await browser.newContext({
      viewport,
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    return new Person(page, `http://${province}.localhost:${process.env.PORT}`)
  }

  async goes(path: string) {
    await this.page.goto(this.base + path, { waitUntil: 'networkidle' })
  }

  /** Signs in by the personas page, as a visitor of the demo does. */
  async becomes(name: string) {
    await this.goes('/personas')
    await this.page.locator('button.entry', { hasText: name }).first().click()
    await this.page.waitForURL((url) => !url.pathname.endsWith('/personas'))
    await this.page.waitForLoadState('networkidle')
  }

  /** The same by the login, for people who are made by a test. */
  async signsInAs(login: string) {
    await this.goes('/personas')
    const status = await this.page.evaluate(async (who) => {
      const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)![1]
      const reply = await fetch('/personas', {
        method: 'POST',
        headers: {
          'accept': 'application/json',
          'content-type': 'application/json',
          'x-xsrf-token': decodeURIComponent(token),
        },
        body: JSON.stringify({ login: who }),
      })
      return reply.status
    }, login)
    if (status !== 200) throw new Error(`persona ${login}: ${status}`)
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name })
  }

  /** The confirming button of the dialog in front. */
  async confirms() {
    await this.page
      .locator('.ant-modal-confirm-btns .ant-btn-primary, .ant-modal-footer .ant-btn-primary')
      .last()
      .click()
  }

  async sees(text: string | RegExp) {
    await this.page.getByText(text).first().waitFor()
  }

  /** Serious faults of accessibility on the page, by rule. */
  async faults(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page })
      .withTags(['wcag2a', 'wcag2aa'])
      // the row by which antd measures columns
      .exclude('.ant-table-measure-row')
      // antd's own inputs: labels are given by aria-label, contrast of placeholders is the library's
      .disableRules(['color-contrast'])
      .analyze()
    return violations
      .filter(({ impact }) => impact === 'critical' || impact === 'serious')
      .map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`)
  }
}
