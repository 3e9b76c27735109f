import { TRANSITIONS, mermaid } from '#lifecycle/transitions'

/** The text of docs/lifecycle.md: the picture and the table, both from the transitions themselves. */
export function lifecyclePage(): string {
  const rows = TRANSITIONS.map(
    ({ command, label, from, to, by, reversible }) =>
      `| \`${command}\` | ${label} | ${from.join(', ')} | ${to.join(', ')} | ${by} | ${reversible ? '可回退' : ''} |`
  )
  return `# The life of an application

Made by \`node ace lifecycle:diagram\` from \`app/lifecycle/transitions.ts\`.

\`\`\`mermaid
${mermaid()}
\`\`\`

| command | 名称 | from | to | 由谁 | |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}
