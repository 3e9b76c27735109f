import { buffer } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { readXlsx } from 'hucre/xlsx'
import { currentTenant, runInTenant, type TenantInfo } from '#tenancy/context'
import { xlsxStream } from '#web/excel'

const read = async (...sheet: Parameters<typeof xlsxStream>) =>
  (await readXlsx(await buffer(xlsxStream(...sheet)))).sheets[0]

test.group('excel', () => {
  test('[HB-57] texts stay texts: formulas, ID numbers, control characters, long texts', async ({
    assert,
  }) => {
    const { rows, name } = await read({
      name: '评审通过人员[2026]/一',
      columns: [{ title: '内容', value: (row) => row as string }],
      rows: [
        '=HYPERLINK("http://x")',
        '+1',
        '@a',
        '410101199001011234',
        'a\u0001\u0000b',
        'x'.repeat(40_000),
      ],
    })
    assert.equal(name, '评审通过人员 2026  一')
    assert.deepEqual(
      rows.slice(0, 6).map(([value]) => value),
      ['内容', '=HYPERLINK("http://x")', '+1', '@a', '410101199001011234', 'ab']
    )
    assert.lengthOf(rows[6][0] as string, 32_767)
  })

  test('objects never become cells', async ({ assert }) => {
    const { rows } = await read({
      name: '表',
      columns: [
        { title: '序号', value: (_, index) => index + 1 },
        { title: '内容', value: () => ({ formula: '1+1' }) as never },
      ],
      rows: [{}],
    })
    assert.equal(rows[1][0], 1)
    assert.notExists(rows[1][1])
  })

  test('rows are read in the tenant that asked, also after its request ended', async ({
    assert,
  }) => {
    const seen: (string | undefined)[] = []
    async function* rows() {
      for (let n = 0; n < 3; n++) {
        await new Promise((resolve) => setImmediate(resolve))
        seen.push(currentTenant()?.slug)
        yield n
      }
    }
    const stream = runInTenant({ slug: 'a' } as TenantInfo, () =>
      xlsxStream({
        name: '表',
        columns: [{ title: '号', value: (n) => n as number }],
        rows: rows(),
      })
    )
    await buffer(stream)
    assert.deepEqual(seen, ['a', 'a', 'a'])
  })
})
