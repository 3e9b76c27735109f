import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type Application from '#applications/models/application'
import { applicationFile, type ApplicationFile } from '#applications/queries/application_file'
import { versionOf } from '#applications/queries/last_changes'

/** An application as it was handed in the last time, whatever was changed since; null before the first submission. */
export async function submittedFile(
  application: Application
): Promise<{ file: ApplicationFile; at: string } | null> {
  const row = await db
    .from('application_versions')
    .where('application_id', application.id)
    .orderBy('number', 'desc')
    .first()
  if (!row) return null
  const version = versionOf(application.id, row)
  const file = await applicationFile(application, 'applicant')
  const contents = Object.fromEntries(
    file.sections.map((section) => {
      const shown = (record: Record<string, unknown>) =>
        Object.fromEntries(
          Object.entries(record).filter(
            ([id]) => id === 'key' || section.fields.some((field) => field.id === id)
          )
        )
      const typed = version.contents[section.id]
      const readOnly = Object.fromEntries(
        section.fields
          .filter(({ type }) => type === 'read_only')
          .map(({ id }) => [id, (file.contents[section.id] as Record<string, unknown>)?.[id]])
      )
      return [
        section.id,
        section.kind === 'form'
          ? { ...readOnly, ...shown((typed ?? {}) as Record<string, unknown>) }
          : ((typed ?? []) as Record<string, unknown>[]).map(shown),
      ]
    })
  )
  return {
    file: {
      ...file,
      contents,
      materials: file.materials.map((material) => ({
        ...material,
        files: (version.materials[material.id] ?? []).flatMap((id) => file.files[id] ?? []),
      })),
    },
    at: DateTime.fromJSDate(row.created_at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm'),
  }
}

export const wasSubmitted = async ({ id }: Pick<Application, 'id'>) =>
  (await db.from('application_versions').where('application_id', id).select('id').first()) !== null
