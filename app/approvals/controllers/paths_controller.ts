import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { bodyByName, relationsOf, simulate } from '#approvals/queries/diagnose'
import { pathSetsOf } from '#approvals/queries/path_sets'
import { currentRuleset } from '#batches/queries/rulesets'
import { currentSeries } from '#catalogue/queries/current_series'
import { levelOptions } from '#catalogue/queries/tree'
import type Organization from '#organizations/models/organization'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'

const ASKED = ['body', 'side', 'unit', 'title', 'specialty', 'acquisition', 'committee'] as const

/** Diagnosis of HU-75: bodies above and below one, and the whole path of a simulated declaration. */
export default class PathsController {
  async show({ inertia, request, actor }: HttpContext) {
    const asked = filtersOf(request, ASKED)
    const { ruleset } = await currentRuleset()
    const side = asked.side === 'lower' ? 'lower' : 'upper'
    const body = asked.body ? await bodyByName(asked.body) : null
    const unit = asked.unit ? await bodyByName(asked.unit) : null
    const committee = asked.committee
      ? await db.from('committees').where('id', Number(asked.committee)).select('name').first()
      : null
    return page(inertia, 'office/paths/diagnosis', {
      asked,
      side,
      names: { body: known(body), unit: known(unit), committee: committee?.name ?? null },
      ownId: actor!.organizationId,
      mayLink: actor!.abilities.has('approvals.links') && actor!.organizationId !== null,
      series: await currentSeries(),
      levels: levelOptions(),
      pathSets: pathSetsOf(ruleset),
      acquisitions: ruleset.application.acquisitions.map(({ value, label }) => ({ value, label })),
      relations: body ? await relationsOf(body, side, pageOf(request), ruleset) : null,
      simulated:
        unit && asked.title && asked.specialty ? await simulate(unit, asked, ruleset) : null,
    })
  }
}

const known = (body: Organization | null) => body && { id: body.id, name: body.name }
