import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright'
import { existsSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { atMost, type Ratio } from '#bench/ratio'
import { dropTestTenants, tenantOf } from '#tests/helpers/tenants'

const PROVINCE = 'hebei'
const APPLICANT = '测试申报人一'
const KEYS = 40
const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser']

/** The applicant's form in a headless browser: script of the first load, and from a key to its paint. */
export async function run(): Promise<Ratio[]> {
  await tenantOf(PROVINCE)
  const server = spawn(process.execPath, ['--import=@poppinss/ts-exec', 'bin/server.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? PROGRAMS.find((path) => existsSync(path)),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await browser.newPage({ locale: 'zh-CN' })
    const scripts = new Set<string>()
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname)
    })
    await opened(page, `http://${PROVINCE}.localhost:${process.env.PORT}/personas`)
    await page.locator('button.entry', { hasText: APPLICANT }).first().click()
    await page.waitForURL((url) => !url.pathname.endsWith('/personas'))
    await page.waitForLoadState('networkidle')
    const form = await page.locator('article a').first().getAttribute('href')
    scripts.clear()
    await page.goto(new URL(form!, page.url()).href, { waitUntil: 'networkidle' })
    const size = await compressed([...scripts])
    return [
      atMost(1, {
        name: 'script of the applicant’s form, compressed, against 350 kB',
        unit: 'kB',
        ours: size,
        theirs: 350,
      }),
      atMost(1, {
        name: `key to paint in the largest section, median of ${KEYS}, against 50 ms`,
        unit: 'ms',
        ours: await keyToPaint(page),
        theirs: 50,
      }),
    ]
  } finally {
    await browser.close()
    server.kill('SIGTERM')
    await dropTestTenants()
  }
}

/** The server needs a moment to begin. */
async function opened(page: Page, url: string) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const reply = await page.goto(url, { waitUntil: 'networkidle' }).catch(() => null)
    if (reply?.ok()) return
    await page.waitForTimeout(300)
  }
  throw new Error(`no answer from ${url}`)
}

async function compressed(paths: string[]): Promise<number> {
  let bytes = 0
  for (const path of paths) bytes += gzipSync(await readFile(app.publicPath(path.slice(1)))).length
  return bytes / 1000
}

/** Opens each section, types into the one with the most fields, and waits for the frame after each key. */
async function keyToPaint(page: Page): Promise<number> {
  const entries = page.locator('nav[aria-label="申报信息项"] button')
  let largest = { at: 0, fields: 0 }
  for (let at = 0; at < (await entries.count()); at++) {
    await entries.nth(at).click()
    const fields = await page.locator('section.card input, section.card textarea').count()
    if (fields > largest.fields) largest = { at, fields }
  }
  await entries.nth(largest.at).click()
  console.log(`  ${largest.fields} fields in the largest section`)
  const field = page.locator('section.card input[type="text"], section.card textarea').first()
  await field.focus()
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { times })
    document.addEventListener(
      'keydown',
      () => {
        const since = performance.now()
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - since)))
      },
      true
    )
  })
  for (let key = 0; key < KEYS; key++) await page.keyboard.type('字a'[key % 2], { delay: 40 })
  await page.keyboard.press('End')
  await page.waitForTimeout(200)
  const times: number[] = await page.evaluate('window.times')
  if (times.length === 0) throw new Error('no key was seen')
  return times.sort((a, b) => a - b)[times.length >> 1]
}
