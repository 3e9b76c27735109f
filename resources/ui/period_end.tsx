import { Alert } from 'antd'
import { useEffect, useState } from 'react'
import { useUrl } from './site'

interface Period {
  startsOn: string
  endsOn: string
}

/** When a period of working days ends, as the server counts it; without a start it begins on the server's day. */
function usePeriod(days: number, startsOn?: string) {
  const url = useUrl()
  const [period, setPeriod] = useState<Period | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  useEffect(() => {
    setPeriod(null)
    setRefused(null)
    const asked = new AbortController()
    const query = new URLSearchParams({ days: String(days), ...(startsOn && { startsOn }) })
    fetch(url(`/lookup/period-end?${query}`), {
      signal: asked.signal,
      headers: { accept: 'application/json' },
    })
      .then(async (answer) => {
        const read = await answer.json()
        if (answer.ok) setPeriod(read)
        else setRefused(read.message)
      })
      .catch(() => asked.signal.aborted || setRefused('没有取到结束日期，以保存时计算的为准。'))
    return () => asked.abort()
  }, [days, startsOn])
  return { period, refused }
}

interface Props {
  days: number
  startsOn?: string
  /** what may happen on the day after */
  then: string
}

/** The days of a publicity before it is opened: from, how many working days, until. */
export function PeriodEnd({ days, startsOn, then }: Props) {
  const { period, refused } = usePeriod(days, startsOn)
  if (refused) return <Alert type="warning" showIcon title={refused} style={{ marginBottom: 16 }} />
  return (
    <p role="status">
      公示{period ? `自 ${period.startsOn} 起` : '期'}，共 {days} 个工作日，
      {period ? (
        <>
          到 <b className="num">{period.endsOn}</b> 结束，次日起{then}。
        </>
      ) : (
        '正在计算结束日期…'
      )}
    </p>
  )
}
