import { currentRuleset } from '#batches/queries/rulesets'
import { currentSeries } from '#catalogue/queries/current_series'
import type { QuotaChoices } from '#quotas/queries/list_quotas'

/** What the form of a quota chooses from. */
export async function quotaChoices(): Promise<QuotaChoices> {
  const { quotas } = (await currentRuleset()).ruleset
  return {
    series: (await currentSeries()).map(({ code, name, specialties }) => ({
      value: code,
      label: name,
      specialties: specialties.map((one) => ({ value: one.code, label: one.name })),
    })),
    kinds: quotas.kinds,
    categories: quotas.categories.map(({ value, label }) => ({ value, label })),
  }
}
