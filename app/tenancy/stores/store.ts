import type { Readable } from 'node:stream'

/** Files of one province, by keys we made. A missing file is an error with the code `ENOENT`, wherever files lie. */
export interface Store {
  /** Makes the place ready, or throws where it cannot be reached. */
  prepare(): Promise<void>
  /** Whole or not at all; what was there is replaced. */
  put(key: string, bytes: Buffer): Promise<void>
  /** Takes a file of this machine in and away from where it was; whole or not at all. */
  take(key: string, path: string): Promise<void>
  /** Only where there is none yet; answers whether it was written. */
  putOnce(key: string, bytes: Buffer): Promise<boolean>
  read(key: string): Promise<Buffer>
  stream(key: string): Promise<Readable>
  /** Copies a file to a path of this machine. */
  fetch(key: string, path: string): Promise<void>
  remove(key: string): Promise<void>
  keys(): AsyncIterable<string>
  removeAll(): Promise<void>
  /** where the files lie as they are, if they lie on this machine */
  folder: string | null
}

export const isMissing = (error: unknown) => (error as { code?: string })?.code === 'ENOENT'

const KEY = /^[a-z0-9][a-z0-9/_-]*(\.[a-z0-9]+)?$/i

/** Keys are made by us and hold no `..`; whatever else comes is a mistake of ours. */
export function checkedKey(key: string): string {
  if (!KEY.test(key)) throw new Error('storage key not allowed')
  return key
}
