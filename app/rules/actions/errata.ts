import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import audit from '#audit/audit'
import { enqueue } from '#jobs/enqueue'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

/**
 * Begins the dry run of an erratum: what would happen if a running batch went over to later rules. Nothing changes yet.
 * Answers the job's id.
 */
export async function checkErratum(
  ctx: ActorContext,
  input: { batchId: number; number: number; reason: string }
) {
  const batch = await db.from('batches').where('id', input.batchId).first()
  const target = await db.from('rulesets').where('number', input.number).select('id').first()
  if (!batch || !target) throw new NotFound('没有这个批次或这个版本的规则。')
  if (Number(batch.ruleset_id) === Number(target.id))
    throw new Refusal('same', `“${batch.name}”采用的就是第 ${input.number} 版规则。`)
  return db.transaction(async (trx) => {
    const [id] = await trx.table('ruleset_errata').insert({
      batch_id: batch.id,
      from_id: batch.ruleset_id,
      to_id: target.id,
      reason: input.reason,
      created_by: ctx.actor.name,
      created_at: stamp(ctx),
    })
    return enqueue(
      ctx,
      {
        kind: 'rules.check_erratum',
        key: `rules.check_erratum:${id}`,
        label: `勘误预演：${batch.name}改用第 ${input.number} 版规则`,
        payload: { erratumId: id },
      },
      trx
    )
  })
}

/** Why a case that could have gone along in the dry run did not. */
const CHANGED_SINCE = '预演之后有变动，按原规则办完'

export interface Applied {
  /** what the dry run found could go along */
  meant: number
  moved: number
  /** of the meant, those touched since */
  changed: number
  /** cases begun since the dry run, before the batch took the later rules */
  begun: number
}

interface Erratum {
  id: number
  batch_id: number
  from_id: number
}

/** Cases of the batch under its former rules that the dry run did not see. */
async function begunSince(client: QueryClientContract, erratum: Erratum): Promise<number> {
  const [{ begun }] = await client
    .from('applications as a')
    .leftJoin('ruleset_erratum_cases as c', (on) =>
      on.on('c.application_id', 'a.id').andOnVal('c.erratum_id', erratum.id)
    )
    .where({ 'a.batch_id': erratum.batch_id, 'a.ruleset_id': erratum.from_id })
    .whereNull('c.id')
    .count('* as begun')
  return Number(begun)
}

/** What changed between the dry run and now, for who is about to confirm it. */
export async function sinceDryRun(erratum: Erratum) {
  const [{ changed }] = await db
    .from('ruleset_erratum_cases as c')
    .join('applications as a', 'a.id', 'c.application_id')
    .where({ 'c.erratum_id': erratum.id, 'c.verdict': 'moves' })
    .where((any) =>
      any
        .whereColumn('a.version', '<>', 'c.seen_version')
        .orWhereNot('a.ruleset_id', erratum.from_id)
    )
    .count('* as changed')
  return { changed: Number(changed), begun: await begunSince(db.connection(), erratum) }
}

/** What was done, in a sentence. */
export const appliedSentence = ({ meant, moved, changed, begun }: Applied) =>
  [
    changed > 0
      ? `勘误已生效：预演时可改用的 ${meant} 件中，${moved} 件改用新规则，${changed} 件在预演之后有变动，按原规则办完`
      : `勘误已生效，${moved} 件申报改用新规则`,
    begun > 0 && `预演之后新建的 ${begun} 件按原规则办完`,
  ]
    .filter(Boolean)
    .join('；')

/**
 * Carries an erratum out after its dry run: the batch and the cases that go along take the later rules, in one
 * transaction. A case that was touched since the dry run keeps the rules it has, and so does one begun since; both are counted.
 */
export async function applyErratum(ctx: ActorContext, id: number): Promise<Applied> {
  return db.transaction(async (trx) => {
    const erratum = await trx.from('ruleset_errata').where('id', id).forUpdate().first()
    if (!erratum) throw new NotFound('没有这次勘误。')
    if (erratum.status !== 'checked')
      throw new Refusal(
        'status',
        erratum.status === 'applied' ? '这次勘误已经生效。' : '预演还没有完成。'
      )
    const batch = await trx
      .from('batches')
      .where({ id: erratum.batch_id, ruleset_id: erratum.from_id })
      .update({ ruleset_id: erratum.to_id })
    if (Number(batch) === 0)
      throw new Refusal('batch', '预演之后这个批次的规则已有变化，请重新预演。')
    const [{ affectedRows }] = await trx.rawQuery(
      `update applications a join ruleset_erratum_cases c on c.application_id = a.id
          set a.ruleset_id = ?, a.version = a.version + 1
        where c.erratum_id = ? and c.verdict = 'moves' and a.ruleset_id = ? and a.version = c.seen_version`,
      [erratum.to_id, id, erratum.from_id]
    )
    const moved = affectedRows as number
    const [{ affectedRows: changed }] = await trx.rawQuery(
      `update ruleset_erratum_cases c join applications a on a.id = c.application_id
          set c.verdict = 'stays', c.reason = ?
        where c.erratum_id = ? and c.verdict = 'moves' and a.ruleset_id <> ?`,
      [CHANGED_SINCE, id, erratum.to_id]
    )
    const applied = { meant: erratum.moving as number, moved, changed: changed as number }
    const begun = await begunSince(trx, erratum)
    await trx
      .from('ruleset_errata')
      .where('id', id)
      .update({
        status: 'applied',
        moved,
        applied_by: ctx.actor.name,
        applied_at: stamp(ctx),
      })
    await audit(
      ctx,
      {
        action: 'ruleset.erratum_applied',
        objectType: 'ruleset_erratum',
        objectId: id,
        detail: { ...applied, begun },
      },
      trx
    )
    return { ...applied, begun }
  })
}
