import { repeated } from '#province/check_form'
import type { Ruleset } from '#province/ruleset'

/** Faults of the profile of experts: it is outside of any application, so it knows no facts and takes no files. */
export function profileFaults({ committees: { profile } }: Ruleset): string[] {
  return [
    ...repeated(profile.map(({ id }) => id)).map((id) => `专家信息项 ${id} 重复`),
    ...profile.flatMap(({ title, kind, visibleWhen, fields }) => {
      const at = `专家信息项“${title}”`
      const faults = repeated(fields.map(({ id }) => id)).map((id) => `${at}的字段 ${id} 重复`)
      if (kind === 'materials' || fields.length === 0) faults.push(`${at}应为表单或记录，并有字段`)
      if (visibleWhen || fields.some((field) => field.visibleWhen || field.requiredWhen))
        faults.push(`${at}不能有条件`)
      if (fields.some(({ type }) => type === 'file' || type === 'image'))
        faults.push(`${at}不能有附件`)
      return faults
    }),
  ]
}
