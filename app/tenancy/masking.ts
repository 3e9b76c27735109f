/** What a person sees of personal data unless he has the right to more (PIPL, ASVS 14.2.6). */

/** `371325197704051042` → `371325********1042` */
export const maskIdNumber = (value: string) =>
  value.length > 10
    ? value.slice(0, 6) + '*'.repeat(value.length - 10) + value.slice(-4)
    : '*'.repeat(value.length)

/** `13645645896` → `136****5896` */
export const maskPhone = (value: string) =>
  value.length > 7
    ? value.slice(0, 3) + '*'.repeat(value.length - 7) + value.slice(-4)
    : '*'.repeat(value.length)

/** `张某某` → `张**` */
export const maskName = (value: string) => value.slice(0, 1) + '*'.repeat(value.length - 1)
