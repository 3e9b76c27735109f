import { DocumentRefused, renderDocument } from '#certificates/rendering/render_document'
import { templateFaults } from '#province/lint_template'

/** Faults of a template before it may be used: its syntax and fields, then a real run with the sample. */
export async function checkTemplate(
  source: string,
  sample: Record<string, unknown>
): Promise<string[]> {
  const faults = templateFaults(source, sample)
  if (faults.length > 0) return faults
  try {
    await renderDocument(sampleJob(source, sample, 'svg'), { lane: 'preview' })
    return []
  } catch (error) {
    if (error instanceof DocumentRefused) return error.faults
    throw error
  }
}

/** A template with its sample, as a preview shows it. */
export const sampleJob = (
  template: string,
  data: Record<string, unknown>,
  output: 'pdf' | 'svg'
) => ({
  template,
  data,
  qrText: String(data.verifyUrl ?? ''),
  sealText: '样张',
  day: '2026-06-01',
  output,
  strict: true,
})
