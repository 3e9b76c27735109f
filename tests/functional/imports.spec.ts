import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { firstBrokenEntry, keepForLog } from '#audit/audit'
import checkImport from '#imports/actions/check_import'
import { commitImport } from '#imports/actions/commit_import'
import { cellsOf } from '#imports/cells'
import { readRows } from '#imports/read_rows'
import { runJobs } from '#jobs/run_jobs'
import { systemContext } from '#web/actor'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

const admin = () => visitorOf('hunan').becomes('admin')
const sheet = async (rows: (string | number | null)[][]) => ({
  name: '导入.xlsx',
  bytes: Buffer.from(await writeXlsx({ sheets: [{ name: '数据', rows }] })),
})
/** The zip with an entry that is said to unfold to a thousand bytes, wherever its size stands. */
function tellingLess(zip: Buffer, name: string): Buffer {
  const told = Buffer.from(zip)
  for (let at = told.indexOf(name); at >= 0; at = told.indexOf(name, at + 1))
    if (told.toString('latin1', at - 30, at - 26) === 'PK\x03\x04') told.writeUInt32LE(1000, at - 8)
    else if (told.toString('latin1', at - 46, at - 42) === 'PK\x01\x02')
      told.writeUInt32LE(1000, at - 22)
  return told
}
/** A zip with one packed file, as small as it may be. */
function zipOf(name: string, bytes: Buffer): Buffer {
  const packed = deflateRawSync(bytes)
  const about = Buffer.alloc(26)
  about.writeUInt16LE(20, 0)
  about.writeUInt16LE(8, 4)
  about.writeUInt32LE(crc32(bytes), 10)
  about.writeUInt32LE(packed.length, 14)
  about.writeUInt32LE(bytes.length, 18)
  about.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), packed])
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    Buffer.from([20, 0]),
    about,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, end])
}
const jobs = () => inProvince('hunan', () => runJobs())

test.group('imports from Excel', (group) => {
  group.setup(async () => void (await freshTenantOf('hunan')))

  test('[HU-34] a formula is read as the value its file holds and never worked out', async ({
    assert,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'formula-'))
    const path = join(folder, 'sheet.xlsx')
    const formulas = new Map([
      ['1,0', { formula: '1+1', formulaResult: '4301-J' }],
      ['1,1', { formula: 'WEBSERVICE("http://127.0.0.1:9/")', formulaResult: '长沙市教育局' }],
      // a file without a stored value holds nothing
      ['1,2', { formula: '40+2' }],
    ])
    const rows = [
      ['甲', '乙', '丙'],
      ['', '', ''],
    ]
    writeFileSync(path, await writeXlsx({ sheets: [{ name: '数据', rows, cells: formulas }] }))
    const read: unknown[][] = []
    for await (const batch of readRows(path)) read.push(...batch.map(({ cells }) => cells))
    rmSync(folder, { recursive: true })
    const columns = ['甲', '乙', '丙'].map((title, index) => ({ key: `c${index}`, title }))
    const { cells } = cellsOf(columns, [0, 1, 2], read[1])
    assert.deepEqual(cells, { c0: '4301-J', c1: '长沙市教育局', c2: '' })
  })

  test('[HU-34] template, check with counts, reasons in the returned file, commit of the good rows only, once', async ({
    assert,
  }) => {
    const visitor = await admin()
    const template = await visitor.get('/imports/new/receivers/template')
    const book = await readXlsx(template.bytes)
    assert.include(JSON.stringify(book.sheets[0].rows[0]), '*打在证书上的机构名称')
    assert.include(JSON.stringify(book.sheets[0].dataValidations), 'list')
    const file = await sheet([
      ['*机构名称或代码', '*打在证书上的机构名称', '联系人'],
      ['长沙市住房和城乡建设局', '长沙市住建局', '张示例'],
      ['4301-J', '长沙市教育局', null],
      ['没有的机构', '没有', null],
      ['长沙市住房和城乡建设局', '重复', null],
      ['长沙市城区排水事务中心', null, null],
    ])
    const unchosen = await visitor.upload('/imports/new/receivers', file)
    assert.equal(unchosen.body.errors[0].field, 'level')
    const chosen = { level: 'intermediate', acquisition: 'recognition' }
    const sent = await visitor.upload('/imports/new/receivers', file, chosen)
    assert.equal(sent.status, 200, sent.body.message)
    await jobs()
    const shown = async () => (await visitor.page(sent.body.to)).body.props
    const checked = await shown()
    assert.equal(checked.imported.status, 'checked')
    assert.equal(checked.imported.good, 2)
    assert.equal(checked.imported.bad, 3)
    assert.deepEqual(
      checked.rows.data.map(({ number, reason }: { number: number; reason: string }) => [
        number,
        reason,
      ]),
      [
        [4, '没有机构“没有的机构”'],
        [5, '与第 2 行重复'],
        [6, '请填写打在证书上的机构名称'],
      ]
    )
    const listed = () => visitor.page('/catalogue/receivers?level=intermediate')
    assert.equal((await listed()).body.props.receivers.meta.total, 0)
    const returned = await readXlsx((await visitor.get(`${sent.body.to}/returned`)).bytes)
    assert.include(JSON.stringify(returned.sheets[0].rows), '与第 2 行重复')
    assert.equal((await visitor.post(`${sent.body.to}/commit`)).status, 200)
    assert.equal((await visitor.post(`${sent.body.to}/commit`)).status, 200)
    const key = `imports.commit:${sent.body.to.split('/').at(-1)}`
    await inProvince('hunan', () => db.from('jobs').where({ key }).update({ done: 1 }))
    assert.equal((await shown()).progress, 1)
    await jobs()
    assert.equal((await shown()).imported.committed, 2)
    assert.equal((await listed()).body.props.receivers.meta.total, 2)
    assert.equal((await visitor.post(`${sent.body.to}/commit`)).status, 422)
    const again = await visitor.upload('/imports/new/receivers', file, chosen)
    await jobs()
    const second = (await visitor.page(again.body.to)).body.props
    assert.equal(second.imported.good, 0)
    assert.include(second.rows.data[0].reason, '已受理')
  })

  test('[HU-36] [HU-37] [HU-38] [HU-39] [HU-40] a path set comes from a file, one set and level at a time', async ({
    assert,
  }) => {
    const visitor = await admin()
    for (const pathSet of ['initial', 'recognition', 'junior', 'intermediate', 'senior']) {
      const file = await sheet([
        ['下级机构名称或代码', '上级机构名称或代码'],
        ['4301-J', '湖南省职称管理部门'],
        ['4301-J', '4301-J'],
      ])
      const sent = await visitor.upload('/imports/new/path_links', file, { pathSet, level: 'all' })
      assert.equal(sent.status, 200, sent.body.message)
      await jobs()
      await visitor.post(`${sent.body.to}/commit`)
      await jobs()
      const { imported } = (await visitor.page(sent.body.to)).body.props
      assert.equal(imported.committed, 1, pathSet)
      assert.equal(imported.bad, 1)
      const list = await visitor.page(`/path-network?set=${pathSet}&upper=职称管理部门`)
      assert.equal(list.body.props.links.data[0].lower, '长沙市教育局')
    }
  })

  test('[HU-46] [HU-41] committees and issuing codes; ID numbers that Excel made numbers are refused, none lies open', async ({
    assert,
  }) => {
    const visitor = await admin()
    const header = [
      ...['评委会代码', '评委会名称', '评审级别', '评审系列', '评审专业', '组建单位名称或代码'],
      ...['评委会人数', '核准备案日期', '联系人', '联系人身份证号'],
    ]
    const row = (code: string, idNumber: string | number, level = '副高级') => [
      ...[code, `示例评委会${code}`, level, '高等学校教师', '土木工程、0102', '4300'],
      ...[11, '2026-01-01', '王示例', idNumber],
    ]
    const file = await sheet([
      header,
      row('DR-1', '110101198010010135'),
      row('DR-2', 110101198010010140),
      row('DR-3', '110101198010010135', '最高级'),
      row('DR-4', '110101198010010136'),
    ])
    const sent = await visitor.upload('/imports/new/committees', file)
    await jobs()
    const { imported, rows } = (await visitor.page(sent.body.to)).body.props
    assert.equal(imported.good, 1, JSON.stringify(rows))
    const reasons = rows.data.map(({ reason }: { reason: string }) => reason).join()
    assert.include(reasons, '应为文本格式')
    assert.include(reasons, '不在下拉列表中')
    assert.include(reasons, '校验位')
    const stored = await inProvince('hunan', () => db.from('import_rows').select('sealed'))
    assert.isFalse(
      stored.some(({ sealed }) => sealed?.includes('110101198010010135')),
      'sealed rows'
    )
    await visitor.post(`${sent.body.to}/commit`)
    await jobs()
    const list = await visitor.page('/committee-register?code=DR-1')
    const [made] = list.body.props.committees.data
    assert.equal(made.contactName, '王示例')
    const slip = await visitor.post(`/committee-register/${made.id}/reset`)
    assert.equal(slip.body.data.slips.length, 1)
    const codes = await sheet([
      ['单位名称或代码', '发证单位编码'],
      ['4301-Z', '0111'],
      ['4301-J', '0111'],
      ['4301-P', '4300'],
    ])
    const issuers = await visitor.upload('/imports/new/issuers', codes)
    await jobs()
    const checked = (await visitor.page(issuers.body.to)).body.props
    assert.equal(checked.imported.good, 1)
    assert.equal(checked.imported.bad, 2)
  })

  test('what is no workbook, a bomb, a foreign file or a missing column is refused in words', async ({
    assert,
  }) => {
    const visitor = await admin()
    const text = await visitor.upload('/imports/new/issuers', {
      name: 'x.xlsx',
      bytes: Buffer.from('not a workbook'),
    })
    assert.include(text.body.message, '不是 Excel')
    assert.equal((await visitor.upload('/imports/new/nothing', await sheet([['a']]))).status, 404)
    const wrong = await visitor.upload(
      '/imports/new/issuers',
      await sheet([
        ['甲', '乙'],
        ['1', '2'],
      ])
    )
    await jobs()
    const { imported } = (await visitor.page(wrong.body.to)).body.props
    assert.equal(imported.status, 'failed')
    assert.include(imported.fault, '缺少列')
    const refused = await visitor.upload('/imports/new/issuers', {
      name: 'bomb.xlsx',
      bytes: zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(30_000_000, 'a')),
    })
    assert.include(refused.body.message, '展开后过大')
    const grown = await sheet(Array.from({ length: 5000 }, () => ['a'.repeat(400)]))
    const lying = await visitor.upload('/imports/new/issuers', {
      ...grown,
      bytes: tellingLess(grown.bytes, 'xl/worksheets/sheet1.xml'),
    })
    await jobs()
    const unread = (await visitor.page(lying.body.to)).body.props.imported
    assert.equal(unread.status, 'failed')
    assert.include(unread.fault, '无法读取')
    const handler = await visitorOf('hunan').becomes('pszx')
    assert.equal((await handler.page('/imports/new/issuers')).status, 404)
    assert.equal((await handler.page(wrong.body.to)).status, 404)
    assert.equal((await handler.post(`${wrong.body.to}/commit`)).status, 404)
  })

  test('a file of many rows is read piece by piece, and a second run of the check gives the same', async ({
    assert,
  }) => {
    const visitor = await admin()
    const rows = Array.from({ length: 20_000 }, (_, index) => [`机构${index}`, '4301-A'])
    const sent = await visitor.upload(
      '/imports/new/path_links',
      await sheet([['下级机构名称或代码', '上级机构名称或代码'], ...rows]),
      { pathSet: 'senior', level: 'all' }
    )
    assert.equal(sent.status, 200, sent.body.message)
    const id = Number(sent.body.to.split('/').at(-1))
    await inProvince('hunan', async () => {
      const first = await checkImport(systemContext(), id)
      assert.deepEqual(first, { good: 0, bad: 20_000 })
      const { count } = await db
        .from('import_rows')
        .where('import_id', id)
        .count('* as count')
        .firstOrFail()
      assert.equal(Number(count), 20_000)
      assert.deepEqual(await checkImport(systemContext(), id), first)
    })
  })

  test('[HU-34] [HU-41] many rows are taken in block by block: an end in the middle, another run, each once and logged once', async ({
    assert,
  }) => {
    const visitor = await admin()
    const count = 1200
    await inProvince('hunan', () =>
      db.rawQuery(
        `insert into organizations (code, name, printed_name, kind, tree, attributes, status, created_at)
         select concat('M', seq), concat('多行机构', seq), concat('多行机构', seq), 'unit', '/', '{}', 'active', now(3)
           from seq_1_to_${count}`
      )
    )
    const each = <Row>(row: (at: number) => Row) =>
      Array.from({ length: count }, (_, index) => row(index + 1))
    const files: [string, string[][], Record<string, string>, string][] = [
      [
        'receivers',
        [['机构名称或代码', '打在证书上的机构名称'], ...each((at) => [`M${at}`, `多行${at}`])],
        { level: 'intermediate', acquisition: 'recognition' },
        'receiver.added',
      ],
      [
        'issuers',
        [['单位名称或代码', '发证单位编码'], ...each((at) => [`多行机构${at}`, `Z${at}`])],
        {},
        'issuer.added',
      ],
      [
        'path_links',
        [['下级机构名称或代码', '上级机构名称或代码'], ...each((at) => [`M${at}`, '4301-J'])],
        { pathSet: 'senior', level: 'junior_assistant' },
        'path_link.confirmed',
      ],
    ]
    for (const [kind, rows, chosen, action] of files) {
      const sent = await visitor.upload(`/imports/new/${kind}`, await sheet(rows), chosen)
      assert.equal(sent.status, 200, sent.body.message)
      const id = Number(sent.body.to.split('/').at(-1))
      await inProvince('hunan', async () => {
        const logged = async () =>
          Number((await db.from('audit_entries').where({ action }).count('* as n'))[0].n)
        const before = await logged()
        assert.deepEqual(await checkImport(systemContext(), id), { good: count, bad: 0 }, kind)
        await db.from('imports').where({ id }).update({ status: 'committing' })
        const told: number[] = []
        const ended = async (done: number) => {
          told.push(done)
          throw new Error('ended')
        }
        await assert.rejects(() => commitImport(systemContext(), id, ended), 'ended')
        assert.isAbove(told[0], 0)
        assert.isBelow(told[0], count)
        const more: number[] = []
        const outcome = await commitImport(
          systemContext(),
          id,
          async (done) => void more.push(done)
        )
        assert.deepEqual(outcome, { committed: count, refused: 0 }, kind)
        assert.isAbove(more[0], told[0])
        assert.equal(more.at(-1), count)
        assert.deepEqual(await commitImport(systemContext(), id), outcome)
        assert.equal((await logged()) - before, count, action)
        // a process that died between a block and its entries leaves them to the next run
        await db.transaction((trx) => keepForLog(systemContext(), [{ action }], trx))
        await Promise.all([1, 2].map(() => commitImport(systemContext(), id)))
        assert.equal((await logged()) - before, count + 1, action)
        assert.isNull(await firstBrokenEntry())
        const left = await db.from('import_blocks').where('import_id', id).whereNotNull('sealed')
        assert.lengthOf(left, 0)
      })
    }
    const codes = await inProvince('hunan', () =>
      db.from('organizations').where('code', 'M7').select('issuer_code').firstOrFail()
    )
    assert.equal(codes.issuer_code, 'Z7')
  })

  test('[HU-36] [HU-41] what changed between check and commit is refused with its reason, the others are taken in', async ({
    assert,
  }) => {
    const visitor = await admin()
    const links = await visitor.upload(
      '/imports/new/path_links',
      await sheet([
        ['下级机构名称或代码', '上级机构名称或代码'],
        ['M1', 'M2'],
        ['M2', 'M3'],
        ['M3', 'M1'],
        ['M4', 'M1'],
      ]),
      { pathSet: 'initial', level: 'intermediate' }
    )
    await jobs()
    await inProvince('hunan', () =>
      db.from('organizations').where('code', 'M4').update({ status: 'disabled' })
    )
    await visitor.post(`${links.body.to}/commit`)
    await jobs()
    const { imported, rows } = (await visitor.page(links.body.to)).body.props
    assert.equal(imported.status, 'committed')
    assert.equal(imported.committed, 2)
    assert.deepEqual(
      rows.data.map(({ number, reason }: { number: number; reason: string }) => [number, reason]),
      [
        [4, '该上级已在本机构的下级之中，不能形成循环'],
        [5, '没有这个机构'],
      ]
    )
    const left = await readXlsx((await visitor.get(`${links.body.to}/returned`)).bytes)
    const sheetRows = JSON.stringify(left.sheets[0].rows)
    assert.include(sheetRows, '未能导入')
    assert.notInclude(sheetRows, '校验通过')
  })
})
