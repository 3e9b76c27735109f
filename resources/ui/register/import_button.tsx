import { Button } from 'antd'
import { Link } from '~/ui/link'
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
    <Link href={`/imports/new/${kind}${query.size > 0 ? `?${query}` : ''}`}>
      <Button>{say('批量导入')}</Button>
    </Link>
  )
}
