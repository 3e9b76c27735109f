import db from '@adonisjs/lucid/services/db'
import { EXPERT_EVENTS } from '#committees/actions/expert_events'
import { parsed, profileRules } from '#committees/actions/profile'
import { cardOf } from '#committees/queries/list_experts'
import type { SectionContent } from '#forms/check_section'
import type { SectionRule } from '#province/ruleset'
import { DateTime } from 'luxon'

/** An expert to read: card, profile, pools, credit, log. */
export async function expertFile(id: number) {
  const row = await db
    .from('experts as e')
    .join('people as h', 'h.id', 'e.person_id')
    .where('e.id', id)
    .select('e.*', 'h.id_number_masked', 'h.phone_masked', 'h.birth_date')
    .firstOrFail()
  const pools = await db
    .from('committee_experts as p')
    .join('committees as c', 'c.id', 'p.committee_id')
    .where('p.expert_id', id)
    .orderBy('c.id')
    .select('c.name', 'p.term_until')
  const credits = await db.from('expert_credits').where('expert_id', id).orderBy('id', 'desc')
  const { sections } = await profileRules()
  return {
    expert: { ...cardOf(row), version: row.version as number },
    file: {
      sections,
      contents: profileContents(sections, parsed(row.profile), row),
      materials: [],
      files: {},
    },
    pools: pools.map((each) => ({
      committee: each.name as string,
      termUntil: each.term_until as string,
    })),
    credits: credits.map((each) => ({
      id: each.id as number,
      reason: each.reason as string,
      startsOn: each.starts_on as string,
      endsOn: each.ends_on as string,
      releasedOn: each.released_on as string | null,
      releaseReason: each.release_reason as string | null,
    })),
    timeline: await expertTimeline(id),
  }
}

/** The stored profile with what is known of the person in the places the rules name. */
export function profileContents(
  sections: SectionRule[],
  profile: Record<string, SectionContent>,
  row: Record<string, any>
): Record<string, unknown> {
  const known: Record<string, unknown> = {
    'person.name': row.name,
    'person.idNumberMasked': row.id_number_masked,
    'person.sex': row.sex,
    'person.birthDate': row.birth_date,
  }
  return Object.fromEntries(
    sections.map(({ id, kind, fields }) => {
      if (kind === 'records') return [id, profile[id] ?? []]
      const prefilled = fields.flatMap((field) =>
        field.prefill && known[field.prefill] ? [[field.id, known[field.prefill]]] : []
      )
      return [id, { ...Object.fromEntries(prefilled), ...profile[id] }]
    })
  )
}

/** 流转日志 of an expert, oldest first. */
async function expertTimeline(id: number) {
  const rows = await db.from('expert_events').where('expert_id', id).orderBy('id')
  return rows.map((row, index) => ({
    sequence: index + 1,
    at: DateTime.fromJSDate(row.at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm'),
    title: EXPERT_EVENTS[row.kind as keyof typeof EXPERT_EVENTS],
    who: row.actor_name as string,
    where: null,
    text: row.text as string | null,
    undone: false,
  }))
}
