import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { rulesetById } from '#batches/queries/rulesets'
import Certificate, { CERTIFICATE } from '#certificates/models/certificate'
import { sheetsTemplate, testPageTemplate, type Sheet } from '#certificates/printing/paper_template'
import { printerOf } from '#certificates/printing/printers'
import { printedPhoto } from '#certificates/rendering/printed_photo'
import { renderDocument } from '#certificates/rendering/render_document'
import type { PaperRules } from '#province/paper'
import { today, type Actor, type ActorContext } from '#web/actor'
import { Forbidden, NotFound, Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

/** One run through the printer: a tray of blanks holds no more. */
export const MOST_SHEETS = 100

/** Certificates in force that the actor's body made; anything else is not his to print. */
async function printable(actor: Actor, ids: number[]): Promise<Certificate[]> {
  if (ids.length === 0) throw new Refusal('none', '请先勾选要打印的证书。')
  if (ids.length > MOST_SHEETS)
    throw new Refusal('many', `一次最多打印 ${MOST_SHEETS} 张，请分次打印。`)
  const rows = await Certificate.query()
    .whereIn('id', ids)
    .where({ kind: CERTIFICATE })
    .where('organizationId', actor.organizationId ?? 0)
    .orderBy('id')
  if (rows.length < new Set(ids).size || actor.committeeId !== null) throw new NotFound()
  const gone = rows.find(({ status }) => status !== 'issued')
  if (gone) throw new Refusal('status', `证书 ${gone.number} 已不在有效状态，不能打印。`)
  return rows
}

/** The certificates on their stock, one page each, moved as the printer wants it (HN-41). */
export async function printSheets(ctx: ActorContext, ids: number[], printerId: number | null) {
  const printer = await printerOf(ctx.actor, printerId)
  const certificates = await printable(ctx.actor, ids)
  const layouts: { paper: PaperRules; list: string }[] = []
  const data: Record<string, Sheet[]> = {}
  const pictures: Record<string, Uint8Array> = {}
  for (const [list, { paper, rows }] of byLayout(await withLayout(certificates))) {
    layouts.push({ paper, list })
    data[list] = []
    for (const row of rows) {
      const printed = row.printed()
      const name = `photo-${row.id}.jpg`
      const hasPhoto = paper.photo !== undefined && printed.photoFileId !== null
      if (hasPhoto) pictures[name] = await printedPhoto(printed.photoFileId!)
      data[list].push({ ...sheetOf(printed.data), photo: hasPhoto ? `/in/${name}` : '' })
    }
  }
  const { bytes } = await renderDocument(
    {
      template: sheetsTemplate(layouts, printer),
      data,
      pictures,
      day: today(ctx),
      output: 'pdf',
    },
    { lane: 'preview', timeoutMs: 30_000 }
  )
  await audit(ctx, {
    action: 'certificates.paper_made',
    objectType: 'certificate',
    detail: { count: certificates.length },
  })
  return bytes
}

async function withLayout(certificates: Certificate[]) {
  const found = []
  for (const row of certificates) {
    const { paper } = (await rulesetById(row.rulesetId)).ruleset.certificates
    if (!paper) throw new Refusal('paper', `证书 ${row.number} 所属批次的规则没有纸质证书版式。`)
    found.push({ row, paper })
  }
  return found
}

/** Sheets of one layout together, so that the stock is changed as seldom as can be. */
function byLayout(found: { row: Certificate; paper: PaperRules }[]) {
  const groups = new Map<string, { paper: PaperRules; rows: Certificate[] }>()
  const names = new Map<string, string>()
  for (const { row, paper } of found) {
    const same = JSON.stringify(paper)
    const name = names.get(same) ?? `layout${names.size}`
    names.set(same, name)
    const group = groups.get(name) ?? { paper, rows: [] }
    group.rows.push(row)
    groups.set(name, group)
  }
  return groups
}

/** A certificate's data with its days whole and in pieces, as they stand on paper. */
export function sheetOf(data: Record<string, unknown>): Sheet {
  const text = Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, String(value ?? '')])
  )
  const pieces = (day: string) => /^(\d{4})-(\d{2})-(\d{2})/.exec(day)?.slice(1) ?? ['', '', '']
  const whole = (day: string) => {
    const [year, month, date] = pieces(day)
    return year && `${year}年${Number(month)}月${Number(date)}日`
  }
  const parts = (name: 'passed' | 'issued') => {
    const [year, month, date] = pieces(text[`${name}On`] ?? '')
    return {
      [`${name}On`]: whole(text[`${name}On`] ?? ''),
      [`${name}Year`]: year,
      [`${name}Month`]: month && String(Number(month)),
      [`${name}Day`]: date && String(Number(date)),
    }
  }
  return { ...text, birth: whole(text.birth ?? ''), ...parts('passed'), ...parts('issued') }
}

/** The grid by which a printer's offsets are measured, on plain paper. */
export async function testPage(ctx: ActorContext, paper: PaperRules, printerId: number | null) {
  const printer = await printerOf(ctx.actor, printerId)
  const { bytes } = await renderDocument(
    { template: testPageTemplate(paper, printer), data: {}, day: today(ctx), output: 'pdf' },
    { lane: 'preview' }
  )
  return bytes
}

/** Notes that the sheets came out well: certified → printed (HN-41). */
export async function recordPrints(ctx: ActorContext, ids: number[], printerId: number | null) {
  if (!ctx.actor.can('certificates.generate')) throw new Forbidden()
  const printer = await printerOf(ctx.actor, printerId)
  const rows = await printable(ctx.actor, ids)
  await db.transaction(async (trx) => {
    await trx.table('certificate_prints').multiInsert(
      rows.map(({ id }) => ({
        certificate_id: id,
        printer: printer.name,
        actor_name: ctx.actor.name,
        at: stamp(ctx),
      }))
    )
    await trx
      .from('certificates')
      .whereIn(
        'id',
        rows.map(({ id }) => id)
      )
      .update({ print_count: db.raw('print_count + 1'), printed_at: stamp(ctx) })
    await audit(
      ctx,
      {
        action: 'certificates.printed',
        objectType: 'certificate',
        detail: { count: rows.length, printer: printer.name },
      },
      trx
    )
  })
  return rows.length
}
