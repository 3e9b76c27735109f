import { useEffect, useState } from 'react'
import { useUrl } from '../site'

/** A way the application could take; broken ones say where and who can mend it. */
export interface Way {
  committee: { id: number; name: string } | null
  ok: boolean
  bodies: string[]
  message: string | null
  mendBy: string | null
}

const ASKED = ['series', 'specialty', 'title', 'acquisition', 'mode', 'evaluationMethod'] as const

/** The ways open to what is chosen so far; null until everything needed is chosen. */
export function useWays(batchId: number | null, chosen: Record<string, unknown> | undefined) {
  const url = useUrl()
  const [ways, setWays] = useState<Way[] | null>(null)
  const isWhole = batchId !== null && ASKED.every((name) => chosen?.[name])
  const query = isWhole
    ? new URLSearchParams({
        batch: String(batchId),
        ...(chosen!.category ? { category: String(chosen!.category) } : {}),
        ...Object.fromEntries(ASKED.map((name) => [name, String(chosen![name])])),
      }).toString()
    : null
  useEffect(() => {
    setWays(null)
    if (!query) return
    const asked = new AbortController()
    fetch(url(`/apply/ways?${query}`), {
      signal: asked.signal,
      headers: { accept: 'application/json' },
    })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((answer: { ways: Way[] } | null) => answer && setWays(answer.ways))
      // another choice was faster, or the network is away: nothing is offered until it answers
      .catch(() => null)
    return () => asked.abort()
  }, [query])
  return ways
}
