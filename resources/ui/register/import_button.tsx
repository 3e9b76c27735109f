import { ButtonLink } from '~/ui/button_link'
import { useSay } from '~/ui/words'

/** Leads to the import of a register; `chosen` is what is known already there. */
export function ImportButton({
  kind,
  chosen = {},
}: {
  kind: string
  chosen?: Record<string, string | null>
}) {
  const say = useSay()
  const query = new URLSearchParams(
    Object.entries(chosen).filter((entry): entry is [string, string] => Boolean(entry[1]))
  )
  return (
    <ButtonLink href={`/imports/new/${kind}${query.size > 0 ? `?${query}` : ''}`}>
      {say('批量导入')}
    </ButtonLink>
  )
}
