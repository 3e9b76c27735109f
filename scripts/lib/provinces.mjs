// The provinces of config/provinces.ts with their names, read without starting the application.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './home.mjs'

const list = readFileSync(join(ROOT, 'config/provinces.ts'), 'utf8')
export default [...list.matchAll(/#plugins\/([a-z0-9_]+)\/index/g)].map(([, id]) => ({
  id,
  name:
    /name: '([^']+)'/.exec(readFileSync(join(ROOT, 'plugins', id, 'index.ts'), 'utf8'))?.[1] ?? id,
}))
