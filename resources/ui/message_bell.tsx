import { router, usePage } from '@inertiajs/react'
import { Badge, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useUrl } from './site'

/** The way to one's messages with the number of unread ones, asked for beside the page. */
export function MessageBell() {
  const url = useUrl()
  const here = usePage().url
  const [unread, setUnread] = useState(0)
  useEffect(() => {
    const asking = new AbortController()
    fetch(url('/messages/unread'), {
      headers: { accept: 'application/json' },
      signal: asking.signal,
    })
      .then(async (answer) => answer.ok && setUnread((await answer.json()).unread))
      // no number is better than an error about a number
      .catch(() => undefined)
    return () => asking.abort()
  }, [here])
  return (
    <Badge count={unread} size="small" overflowCount={99}>
      <Button
        size="small"
        aria-label={unread > 0 ? `消息，${unread} 条未读` : '消息'}
        onClick={() => router.visit(url('/messages'))}
      >
        消息
      </Button>
    </Badge>
  )
}
