import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import { periodValidator } from '#catalogue/validators/catalogue'
import { addWorkDays } from '#catalogue/work_days'
import { LEVEL_LABELS } from '#province/facts'
import { now } from '#tenancy/clock'
import { today } from '#web/actor'
import { containing } from '#web/like'

/** Options of the fuzzy search boxes, twenty at a time. */
export default class LookupController {
  /** Bodies by part of the name, by code or by whole credit code (HU-48). */
  async bodies({ request, response }: HttpContext) {
    const words = String(request.input('q', '')).trim()
    const core = String(request.input('core', ''))
    const { kinds } = (await currentRuleset()).ruleset.organizations
    const labels = new Map(kinds.map(({ id, label }) => [id, label]))
    const query = db
      .from('organizations')
      .where('status', 'active')
      .where((found) =>
        found
          .where('name', 'like', containing(words))
          .orWhere('credit_code', words.toUpperCase())
          .orWhere('code', words)
      )
      .orderBy('id')
      .limit(20)
      .select('id', 'name', 'kind', 'credit_code', 'printed_name')
    if (core)
      query.whereIn(
        'kind',
        kinds.filter((kind) => kind.core === core).map(({ id }) => id)
      )
    const rows = await query
    return response.json({
      options: rows.map((row) => ({
        value: row.id,
        label: row.name,
        hint: [labels.get(row.kind), row.credit_code].filter(Boolean).join(' · '),
        printedName: row.printed_name,
      })),
    })
  }

  /** Specialties by part of name or code, of one series where it is given (HU-47). */
  async specialties({ request, response }: HttpContext) {
    const words = String(request.input('q', '')).trim()
    const series = String(request.input('series', ''))
    const query = db
      .from('specialties as s')
      .join('series as x', 'x.code', 's.series_code')
      .where('s.status', 'active')
      .where((found) => found.where('s.name', 'like', containing(words)).orWhere('s.code', words))
      .orderBy('s.series_code')
      .orderBy('s.code')
      .limit(20)
      .select('s.code', 's.name', 'x.name as series')
    if (series) query.where('s.series_code', series)
    const rows = await query
    return response.json({
      options: rows.map((row) => ({
        value: row.code,
        label: row.name,
        hint: `${row.code} · ${row.series}`,
      })),
    })
  }

  /** When a period of working days ends that begins on a day, or today; refused where a year has no calendar (R28). */
  async periodEnd(ctx: HttpContext) {
    const { startsOn = today({ now }), days } = await ctx.request.validateUsing(periodValidator)
    return ctx.response.json({ startsOn, endsOn: await addWorkDays(startsOn, days) })
  }

  /** Committees in use by part of the name or by code. */
  async committees({ request, response }: HttpContext) {
    const words = String(request.input('q', '')).trim()
    const rows = await db
      .from('committees as c')
      .leftJoin('series as s', 's.code', 'c.series_code')
      .where('c.status', 'active')
      .where((found) => found.where('c.name', 'like', containing(words)).orWhere('c.code', words))
      .orderBy('c.id')
      .limit(20)
      .select('c.id', 'c.name', 'c.level', 's.name as series')
    return response.json({
      options: rows.map((row) => ({
        value: row.id,
        label: row.name,
        hint: [row.series, LEVEL_LABELS[row.level]].filter(Boolean).join(' · '),
      })),
    })
  }
}
