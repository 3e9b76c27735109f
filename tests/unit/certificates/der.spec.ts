import { test } from '@japa/runner'
import { TAG, der, firstItem, items, sequence } from '#certificates/signing/der'

test.group('DER', () => {
  test('a length takes as few bytes as hold it, and is read again', ({ assert }) => {
    const heads: [number, string][] = [
      [0x7f, '047f'],
      [0x80, '048180'],
      [0xff, '0481ff'],
      [0x100, '04820100'],
      [0xffff, '0482ffff'],
      [0x10000, '0483010000'],
    ]
    for (const [length, head] of heads) {
      const made = der(TAG.bytes, Buffer.alloc(length, 1))
      assert.equal(made.subarray(0, head.length / 2).toString('hex'), head)
      assert.lengthOf(items(made)[0].body, length)
      assert.isTrue(firstItem(Buffer.concat([made, Buffer.alloc(9)])).whole.equals(made))
    }
    assert.lengthOf(items(items(sequence(der(TAG.null), der(TAG.null)))[0].body), 2)
  })
})
