import { readFile, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { PDF } from '@libpdf/core'
import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import { readXlsx } from 'hucre/xlsx'
import { tenantFolder } from '#tenancy/storage'
import { requireTenant } from '#tenancy/context'
import type { Trace } from '#tests/helpers/linker'
import { entriesOf } from '#tests/helpers/zip'

/** what an onlooker takes in at a glance: larger objects are looked at by their parts */
const GLANCE = 1500

/** Every row of every table of the province, in the order the server gives them out. */
export async function tableTraces(): Promise<Trace[]> {
  const [tables] = await db.rawQuery(
    "select table_name as name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'"
  )
  const traces: Trace[] = []
  for (const { name } of tables as { name: string }[]) {
    const rows: Record<string, unknown>[] = await db.from(name)
    traces.push({ where: `table ${name}`, records: rows.flatMap(recordsOf) })
    // what is said in one stage may tell more than what is said in all
    for (const [stage, own] of Map.groupBy(rows, (row) => row.stage as string))
      if (stage !== undefined)
        traces.push({ where: `table ${name} of ${stage}`, records: own.flatMap(recordsOf) })
  }
  return traces
}

/** Every key of Redis with what it holds: sessions, counters, the queue. */
export async function redisTraces(): Promise<Trace[]> {
  const connection = redis.connection('main')
  const traces = new Map<string, string[]>()
  for (const key of (await connection.keys('*')).sort()) {
    const kind = `redis ${key.replace(/[:\d].*/, '')}`
    const held = await valuesOf(key)
    const records = held.flatMap((value) => recordsIn(value).map((text) => `${key} ${text}`))
    traces.set(kind, [...(traces.get(kind) ?? []), ...records])
  }
  return [...traces].map(([where, records]) => ({ where, records }))
}

async function valuesOf(key: string): Promise<string[]> {
  const connection = redis.connection('main')
  switch (await connection.type(key)) {
    case 'string':
      return [(await connection.get(key)) ?? '']
    case 'hash':
      return Object.entries(await connection.hgetall(key)).flat()
    case 'list':
      return connection.lrange(key, 0, -1)
    case 'set':
      return connection.smembers(key)
    case 'zset':
      return connection.zrange(key, 0, -1, 'WITHSCORES')
    case 'stream':
      return (await connection.xrange(key, '-', '+')).map((entry) => JSON.stringify(entry))
    default:
      return []
  }
}

/** Every file of the province's storage. */
export async function fileTraces(): Promise<Trace[]> {
  const folder = tenantFolder(requireTenant().slug)
  const traces: Trace[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const [kind] = relative(folder, path).split('/')
    traces.push({ where: `files ${kind}`, records: await recordsInBytes(await readFile(path)) })
  }
  return traces
}

/** What a file says: rows of a workbook, lines of a PDF, the entries of a ZIP, objects of JSON, lines of a text. */
export async function recordsInBytes(bytes: Buffer): Promise<string[]> {
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF') return linesOfPdf(bytes)
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return recordsIn(bytes.toString('utf8'))
  const entries = await entriesOf(bytes)
  if ([...entries.keys()].some((name) => name.startsWith('xl/'))) {
    const { sheets } = await readXlsx(bytes)
    return sheets.flatMap(({ rows }) => rows.map((row) => JSON.stringify(row)))
  }
  return (await Promise.all([...entries.values()].map(recordsInBytes))).flat()
}

async function linesOfPdf(bytes: Buffer): Promise<string[]> {
  const pdf = await PDF.load(new Uint8Array(bytes))
  return pdf.getPages().flatMap((page) => page.extractText().text.split('\n'))
}

/** Objects of a JSON text, or its lines when it is none. */
export function recordsIn(text: string): string[] {
  try {
    return recordsOf(JSON.parse(text))
  } catch {
    return text.split('\n').filter((line) => line.trim() !== '')
  }
}

/** Every object in a value that can be taken in at a glance. */
export function recordsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const text = JSON.stringify(value)
  const parts = Object.values(value).flatMap((part) =>
    // JSON within a row
    typeof part === 'string' && /^[[{]/.test(part) ? recordsIn(part) : recordsOf(part)
  )
  return text.length <= GLANCE && !Array.isArray(value) ? [text, ...parts] : parts
}
