import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { AuditEntry } from '#audit/audit'
import type { ActorContext } from '#web/actor'

export type Cells = Record<string, string>

export interface Option {
  value: string
  label: string
}

export interface ImportColumn {
  key: string
  title: string
  required?: boolean
  maxLength?: number
  hint?: string
  width?: number
  /** labels of the drop-down in the template; others are refused unless `open` */
  list?: () => Promise<string[]>
  /** the list only helps: other values may be typed */
  isOpen?: boolean
}

export interface ImportChoice {
  name: string
  label: string
  required: boolean
  choices: () => Promise<Option[]>
}

export type Checked<Values> = { values: Values } | { fault: string }

/** Rows are taken in each by itself … */
interface Single<Values> {
  /** whether what the row brings is there already: then it is neither right to add it nor a fault to repeat it */
  exists(values: Values): Promise<boolean>
  /** takes one row in; a `Refusal` says why not */
  commit(ctx: ActorContext, values: Values): Promise<void>
}

/** … or many together. */
interface Together<Values> {
  /** all in the transaction, in the order given */
  commitMany(
    ctx: ActorContext,
    rows: Values[],
    trx: TransactionClientContract
  ): Promise<TakenTogether>
}

export interface TakenTogether {
  /** for each row why not; null where it is in or was there already */
  reasons: (string | null)[]
  /** what the log has to say once they are written for good */
  entries: AuditEntry[]
}

/** A register that can be filled from Excel (HU-34, 36…40, 46): what its rows hold, what is right, how one is taken in. */
export type ImportDefinition<Values = any> = About<Values> & (Single<Values> | Together<Values>)

interface About<Values> {
  kind: string
  label: string
  /** who may */
  ability: string
  /** the list that is filled */
  path: string
  /** asked beside the file, e.g. 职称等级 and 取得方式 */
  choices: ImportChoice[]
  columns: ImportColumn[]
  /** what is not taken, and what else to know before */
  note?: string
  /** Judges rows in the order given, many at once; required cells and lengths are checked already. */
  check(ctx: ActorContext, rows: Cells[], chosen: Cells): Promise<Checked<Values>[]>
  /** what makes two rows of a file the same */
  identity(values: Values): string
  /** after the last row; safe to do again */
  finish?(ctx: ActorContext): Promise<void>
}

const definitions = new Map<string, ImportDefinition>()

export function defineImport<Values>(definition: ImportDefinition<Values>) {
  if (definitions.has(definition.kind)) throw new Error(`import defined twice: ${definition.kind}`)
  definitions.set(definition.kind, definition)
}

export const importDefinition = (kind: string) => definitions.get(kind) ?? null
export const allImports = () => [...definitions.values()]
