import { closeSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
// @ts-expect-error plain script
import { openLog } from '../../../scripts/lib/logs.mjs'

test.group('what npm start keeps of its processes', () => {
  test('what web and worker write stays in files of their own, the older apart once they grow', ({
    assert,
    cleanup,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'zhicheng-logs-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    for (const line of ['一', '二', '三']) {
      const file = openLog('worker', { folder, most: 4 })
      writeSync(file, line)
      closeSync(file)
    }
    assert.deepEqual(readdirSync(folder).sort(), ['worker.log', 'worker.log.1'])
    assert.equal(readFileSync(join(folder, 'worker.log.1'), 'utf8'), '一二')
    assert.equal(readFileSync(join(folder, 'worker.log'), 'utf8'), '三')
  })
})
