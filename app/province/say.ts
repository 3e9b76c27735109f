/** What the product says, in the province's words; anything but text stays as it is. */
export type Say = <Content>(content: Content) => Content

/**
 * Puts the words of the published rules where the kit shows a heading, a column, a filter, a form's label, a menu entry, a
 * button or a stage, and into what the server answers. What people typed into a form is never touched. A longer saying goes before a shorter one inside it.
 */
export function sayWith(words: Record<string, string>): Say {
  const known = Object.keys(words)
    .filter((generic) => generic && words[generic])
    .sort((a, b) => b.length - a.length)
  if (known.length === 0) return (content) => content
  const pattern = new RegExp(known.map(escaped).join('|'), 'g')
  return (content) =>
    typeof content === 'string'
      ? (content.replace(pattern, (generic) => words[generic]) as typeof content)
      : content
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
