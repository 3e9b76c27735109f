import type { FileLink } from './form_types'
import type { FileOfApplication } from './form_view'

/** All files in the order of the form: fields first, then the materials. */
export function filesInOrder(file: FileOfApplication): FileLink[] {
  const ids = file.sections.flatMap((section) =>
    [file.contents[section.id] ?? []]
      .flat()
      .flatMap((record) =>
        section.fields
          .filter(({ type }) => type === 'file' || type === 'image')
          .flatMap(({ id }) => ((record as Record<string, unknown>)[id] ?? []) as number[])
      )
  )
  return [
    ...ids.flatMap((id) => file.files[id] ?? []),
    ...file.materials.flatMap(({ files }) => files),
  ]
}
