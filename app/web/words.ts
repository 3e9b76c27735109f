import { readdirSync, readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'

/** Words of the product by dotted key, one JSON file a subject; a province may say some differently. */
export type Words = Record<string, string>

const loaded = new Map<string, Words>()

export function words(language: 'zh-CN' | 'en' = 'zh-CN'): Words {
  let all = loaded.get(language)
  if (!all) {
    all = {}
    const folder = app.makePath('resources/lang', language)
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')))
      Object.assign(all, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')))
    loaded.set(language, all)
  }
  return all
}

/** `{name}` is replaced from `values`. A key without words is a fault of ours and throws. */
export function say(
  key: string,
  values: Record<string, string | number> = {},
  own?: Words
): string {
  const text = own?.[key] ?? words()[key]
  if (text === undefined) throw new Error(`no words for ${key}`)
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
}
