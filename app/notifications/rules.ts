import type { MessageEvent } from '#province/message_rules'
import type { Ruleset } from '#province/ruleset'

/** By which channels an event goes out under the rules. */
export const channelsFor = ({ messages = [] }: Ruleset, event: string) =>
  messages.find((rule) => rule.event === (event as MessageEvent))?.channels ?? []
