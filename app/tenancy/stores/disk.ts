import { randomBytes } from 'node:crypto'
import {
  chmod,
  copyFile,
  link,
  mkdir,
  open,
  readFile,
  readdir,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { checkedKey, isMissing, type Store } from '#tenancy/stores/store'

/** What is being written has a name of its own until it is whole. */
const UNFINISHED = '.new'
const unfinished = (path: string) => `${path}.${randomBytes(4).toString('hex')}${UNFINISHED}`

/** A folder of this machine, or one mounted on all of them. */
export function diskStore(folder: string): Store {
  const placeOf = (key: string) => join(folder, checkedKey(key))
  const makeWay = (path: string) => mkdir(dirname(path), { recursive: true, mode: 0o700 })

  const place = async (key: string, write: (path: string) => Promise<unknown>) => {
    const path = placeOf(key)
    const own = unfinished(path)
    await makeWay(path)
    await write(own)
    await rename(own, path)
  }

  return {
    folder,
    prepare: async () => void (await mkdir(folder, { recursive: true, mode: 0o700 })),
    put: (key, bytes) => place(key, (path) => writeFile(path, bytes, { mode: 0o600 })),
    take: async (key, source) => {
      await place(key, async (path) => {
        await rename(source, path).catch((error) => {
          // another disk
          if (error.code !== 'EXDEV') throw error
          return copyFile(source, path)
        })
        await chmod(path, 0o600)
      })
      await rm(source, { force: true })
    },
    putOnce: async (key, bytes) => {
      const path = placeOf(key)
      const own = unfinished(path)
      await makeWay(path)
      await writeFile(own, bytes, { mode: 0o600 })
      try {
        await link(own, path)
        return true
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
        return false
      } finally {
        await rm(own)
      }
    },
    read: async (key) => readFile(placeOf(key)),
    stream: async (key) => (await open(placeOf(key))).createReadStream(),
    fetch: async (key, path) => {
      await makeWay(path)
      await copyFile(placeOf(key), path)
    },
    remove: async (key) => rm(placeOf(key), { force: true }),
    keys: () => keysOf(folder),
    removeAll: () => rm(folder, { recursive: true, force: true }),
  }
}

async function* keysOf(folder: string, within = folder): AsyncGenerator<string> {
  const entries = await readdir(within, { withFileTypes: true }).catch((error) => {
    if (isMissing(error)) return []
    throw error
  })
  for (const entry of entries) {
    const path = join(within, entry.name)
    if (entry.isDirectory()) yield* keysOf(folder, path)
    else if (!entry.name.endsWith(UNFINISHED)) yield relative(folder, path).split(sep).join('/')
  }
}
