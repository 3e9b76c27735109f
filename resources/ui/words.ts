import { useMemo } from 'react'
import { sayWith, type Say } from '#province/say'
import { useSite } from './site'

/** The way of this province to say what the kit shows. */
export function useSay(): Say {
  const { brand } = useSite()
  return useMemo(() => sayWith(brand?.words ?? {}), [brand?.words])
}
