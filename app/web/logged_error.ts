/**
 * What of an error goes into the log: its kind and where it arose. A failed statement quotes its values, an unreadable
 * body itself: votes, names and numbers would stand there, so of these the message stays out.
 */
export function loggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, errno, status } = error as { code?: unknown; errno?: unknown; status?: unknown }
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    ...(errno !== undefined && { errno }),
    ...(status !== undefined && { status }),
    message: messageOf(error),
    stack: framesOf(error),
    ...(error.cause !== undefined && { cause: loggedError(error.cause) }),
  }
}

/** insert into `scores`: the verb and the table, as far as a statement can be named without its values */
const STATEMENT = /^\s*(\w+(?: ignore)?(?: into| from)?)\s+[`"]?(\w+)[`"]?/i

function messageOf(error: Error): string {
  const { sql } = error as { sql?: unknown }
  if (typeof sql === 'string' || 'sqlMessage' in error) {
    const [, verb, table] = STATEMENT.exec(typeof sql === 'string' ? sql : '') ?? []
    return verb ? `${verb.toLowerCase()} ${table}` : 'statement'
  }
  return error instanceof SyntaxError || 'body' in error ? 'unreadable' : error.message
}

const framesOf = ({ stack = '' }: Error) =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
