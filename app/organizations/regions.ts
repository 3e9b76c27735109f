import { provinceOf } from '#province/registry'
import { requireTenant } from '#tenancy/context'

const regions = () => provinceOf(requireTenant().province).regions ?? {}

/** The 地市 a code lies in, by its name; the code where the province names none. */
export function regionName(code: string | null): string | null {
  if (code === null) return null
  return regions()[code] ?? regions()[`${code.slice(0, 4)}00`] ?? code
}

/** Beginnings of the codes a person means who writes a name, a part of one or a code. */
export function regionsCalled(asked: string): string[] {
  if (/^\d+$/.test(asked)) return [asked]
  const codes = Object.entries(regions()).flatMap(([code, name]) =>
    name.includes(asked)
      ? [code.replace(/^(\d{4})00$/, (whole, city) => (city.endsWith('00') ? whole : city))]
      : []
  )
  // a name nobody has finds nobody
  return codes.length > 0 ? codes : ['-']
}

/** Name and code, where people go by both. */
export const regionLabel = (code: string | null) =>
  code && regionName(code) !== code ? `${regionName(code)}（${code}）` : code
