import db from '@adonisjs/lucid/services/db'
import { defineJob } from '#jobs/define_job'
import apply from '#lifecycle/apply'
import { Refusal } from '#web/refusal'

/** Writes an approved document into the applications of its people; those that have it already are left alone. */
defineJob<{ documentId: number }>({
  kind: 'certificates.document',
  async handle({ payload: { documentId }, ctx, progress }) {
    const document = await db.from('documents').where('id', documentId).firstOrFail()
    const people = await db
      .from('document_people as p')
      .join('applications as a', 'a.id', 'p.application_id')
      .where('p.document_id', documentId)
      .orderBy('a.id')
      .select('a.id', 'a.code', 'a.document_id')
    const failures: { label: string; reason: string }[] = []
    for (const [index, one] of people.entries()) {
      try {
        if (one.document_id !== documentId)
          await apply(ctx, {
            applicationId: one.id,
            command: { type: 'document', documentId, documentNumber: document.number },
          })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        failures.push({ label: one.code, reason: error.message })
      }
      await progress(index + 1, { failed: failures.length })
    }
    return {
      message: `${people.length - failures.length} 人已发文`,
      to: `/documents/${documentId}`,
      failures,
    }
  },
})
