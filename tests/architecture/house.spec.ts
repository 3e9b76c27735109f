import { readFileSync, readdirSync, statSync } from 'node:fs'
import { relative } from 'node:path'
import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import { allProvinces } from '#province/registry'
import { allAbilities } from '#web/abilities'
import { abilityOfRoute } from '#web/route'

const files = (folder: string, ending = /\.tsx?$/): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`
    return statSync(path).isDirectory() ? files(path, ending) : ending.test(name) ? [path] : []
  })
const of = (...folders: string[]) => folders.flatMap((folder) => files(app.makePath(folder)))
const named = (path: string) => relative(app.makePath('.'), path)

/** A module may import from those before it. */
const MODULES = [
  'province',
  'tenancy',
  'web',
  'audit',
  'batches',
  'identity',
  'organizations',
  'catalogue',
  'jobs',
  'files',
  'registrations',
  'imports',
  'forms',
  'applications',
  'lifecycle',
  'quotas',
  'approvals',
  'committees',
  'evaluations',
  'results',
  'certificates',
  'notifications',
  'reporting',
  'rules',
  'interfaces',
  'platform',
]
/** Named exceptions, each with its reason. */
const ALLOWED = new Set([
  // the registry speaks of tenants by type only
  'province>tenancy',
  // a form's ID field and nations come from identity and catalogue; file rights look at the case's tables by name
  'applications>lifecycle',
])

test.group('the house', () => {
  test('the core names no province (P1)', ({ assert }) => {
    for (const file of of('app', 'commands', 'resources', 'start', 'database', 'config')) {
      if (named(file) === 'config/provinces.ts') continue
      assert.notMatch(readFileSync(file, 'utf8'), /henan|hebei|hunan|河南|河北|湖南/i, named(file))
    }
  })

  test('modules import only from modules before them', ({ assert }) => {
    const wrong: string[] = []
    for (const file of of('app')) {
      const own = named(file).split('/')[1]
      if (!MODULES.includes(own)) wrong.push(`${own} is no module`)
      for (const [, other] of readFileSync(file, 'utf8').matchAll(/from '#(\w+)\//g)) {
        if (!MODULES.includes(other) || other === own || ALLOWED.has(`${own}>${other}`)) continue
        if (MODULES.indexOf(other) > MODULES.indexOf(own)) wrong.push(`${named(file)} → ${other}`)
      }
    }
    assert.deepEqual(wrong, [])
  })

  test('a page takes its types from the server, and values only from what is pure', ({
    assert,
  }) => {
    const PURE = /^#(province|rules\/shape|evaluations\/(words|tally)$)/
    const taken = of('resources').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^import (?!type)[^']*from '([^']+)'/gm)].map(
        ([, from]) => from
      )
    )
    assert.isNotEmpty(taken)
    assert.deepEqual(
      taken.filter((from) => /^#|\/app\//.test(from) && !PURE.test(from)),
      []
    )
  })

  test('[HN-21] a column that acts says so by a mark, so that it is neither printed nor exported', ({
    assert,
  }) => {
    const column = /key: 'act',\n\s*title: [^\n]*\n(\s*acts: true,)?/g
    const unmarked = of('resources').flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      if (!/<(Whole|Data)Table/.test(text) || /<Table\b/.test(text)) return []
      return [...text.matchAll(column)].filter(([, mark]) => !mark).map(() => named(file))
    })
    assert.deepEqual(unmarked, [])
  })

  test('[HU-05] a button that leads somewhere is a link itself, one stop for the keyboard', ({
    assert,
  }) => {
    const nested = of('resources').filter((file) =>
      /<(Link|a)\b[^<]*[^/<]>\s*<Button\b/.test(readFileSync(file, 'utf8'))
    )
    assert.deepEqual(nested.map(named), [])
  })

  test('[HB-64] what is typed wrongly is refused in words of the product, not of the browser', ({
    assert,
  }) => {
    for (const file of of('resources'))
      assert.notMatch(readFileSync(file, 'utf8'), /\btype="(email|url|number)"/, named(file))
  })

  test('the stage of an application has one writer', ({ assert }) => {
    for (const file of of('app')) {
      if (named(file) === 'app/lifecycle/apply.ts') continue
      assert.notMatch(
        readFileSync(file, 'utf8'),
        /\.merge\(\{[^}]*\bstage:|update\(\{[^}]*\bstage:/,
        named(file)
      )
    }
  })

  test('no file holds two ideas', ({ assert }) => {
    const sheets = files(app.makePath('resources'), /\.css$/)
    for (const file of [...of('app', 'resources', 'config', 'start'), ...sheets])
      assert.isAtMost(readFileSync(file, 'utf8').split('\n').length, 400, named(file))
  })

  test('a stylesheet closes what it opens', ({ assert }) => {
    for (const file of files(app.makePath('resources'), /\.css$/)) {
      const text = readFileSync(file, 'utf8')
      assert.equal(text.split('{').length, text.split('}').length, named(file))
    }
  })

  test('every route names an ability that is declared', ({ assert }) => {
    const known = new Set(['public', 'signed_in', 'operator', ...allAbilities().keys()])
    const routes = Object.values(router.toJSON()).flat()
    assert.isAbove(routes.length, 20)
    for (const route of routes) {
      const ability = abilityOfRoute(route.name)
      assert.isTrue(
        ability !== undefined && known.has(ability),
        `${route.methods} ${route.pattern}`
      )
    }
  })

  test('every ability of a role is declared', ({ assert }) => {
    const known = allAbilities()
    for (const { id, roles } of allProvinces())
      for (const role of roles)
        for (const ability of role.abilities)
          assert.isTrue(known.has(ability), `${id} ${role.id} ${ability}`)
  })
})
