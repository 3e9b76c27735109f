import db from '@adonisjs/lucid/services/db'
import type { Portal } from '#province/define_province'
import { portalOf } from '#province/registry'
import { sayWith, type Say } from '#province/say'
import { runInTenant, type TenantInfo } from '#tenancy/context'
import { keptPerTenant } from '#web/kept'
import { readSetting } from '#web/settings'

/** What the pages of a tenant look and speak like. */
export interface Brand extends Portal {
  /** what stands at the head of the publicity and help pages; the usual words where it is empty */
  publicityNote: string
  helpNote: string
  /** generic saying → what the province says instead; of the newest published rules */
  words: Record<string, string>
  /** where its picture is; a new one has a new address */
  logo: string | null
}

export interface Logo {
  fileId: number
  /** of its bytes */
  mark: string
}

const NOTES = { publicityNote: '', helpNote: '' }

const own = keptPerTenant(async () => ({
  ...(await readSetting<Partial<Brand>>('portal', {})).value,
  words: await publishedWords(),
  logo: await addressOfLogo(),
}))

async function addressOfLogo(): Promise<string | null> {
  const { value } = await readSetting<Partial<Logo>>('portal_logo', {})
  return value.mark ? `/logo/${value.mark}` : null
}

async function publishedWords(): Promise<Record<string, string>> {
  const row = await db.from('rulesets').orderBy('number', 'desc').select('words').first()
  return typeof row?.words === 'string' ? JSON.parse(row.words) : (row?.words ?? {})
}

/** Name, colour and words of a tenant's pages: the plugin's, as its administrator changed them. */
export async function brandOf(tenant: TenantInfo): Promise<Brand> {
  const given = { ...portalOf(tenant), ...NOTES, words: {}, logo: null }
  try {
    return { ...given, ...(await runInTenant(tenant, () => own.get())) }
  } catch {
    // an error page must come without a database too
    return given
  }
}

/** What the server answers, in the province's words; as it is where there is no province. */
export async function sayIn(tenant: TenantInfo | null | undefined): Promise<Say> {
  return sayWith(tenant ? (await brandOf(tenant)).words : {})
}

export const forgetBrand = () => own.forget()
