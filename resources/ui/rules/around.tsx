import { createContext, useContext } from 'react'
import type { SectionRule } from '#province/ruleset'
import type { Surroundings } from '#rules/shape/choices'
import type { Value } from '#rules/shape/node'

/** What editors deep inside need: the ruleset as it stands on the page, roles, templates. */
export const AroundContext = createContext<Surroundings | null>(null)

export const useAround = () => useContext(AroundContext)!

/** The section of the form an editor stands in. */
export const SectionContext = createContext<SectionRule | undefined>(undefined)

export const useSection = () => useContext(SectionContext)

/** The record an editor stands in: some choices depend on what is chosen beside them. */
export const RecordContext = createContext<Value>({})

export const useRecord = () => useContext(RecordContext)

/** Names of the entries a fault is about: their lists begin with them open. */
export const FocusContext = createContext<string[]>([])

export const useFocus = () => useContext(FocusContext)
