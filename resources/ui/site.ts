import { usePage } from '@inertiajs/react'

export interface Site {
  site: { base: string; demo: boolean; today: string }
  brand: {
    name: string
    shortName: string
    color: string
    organizer: string
    phone: string
    copyright: string
    slogan: string
    publicityNote: string
    helpNote: string
    /** the province's own sayings, by the generic ones */
    words: Record<string, string>
    /** where the picture of the province is */
    logo: string | null
  } | null
  actor: { name: string; kind: string; organization: string | null; abilities: string[] } | null
  menu: { group: string; entries: { label: string; path: string }[] }[]
}

/** What every page gets from the server. */
export const useSite = () => usePage().props as unknown as Site

/** The server's day in the province, `YYYY-MM-DD`. */
export const useToday = () => useSite().site.today

/** The year of that day. */
export const useThisYear = () => Number(useToday().slice(0, 4))

/** Addresses of this site under the base a province may have (`/t/<slug>`). */
export function useUrl() {
  const { base } = useSite().site
  return (path: string) => (path.startsWith('/') ? base + path : path)
}
