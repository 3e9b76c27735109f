const AT_ONCE = 4

/**
 * Works through pieces a few at a time: while one is being committed the next is decided. Pieces are independent of each
 * other; after a fault no further one is begun and those under way come to their end.
 */
export async function sideBySide<Piece>(
  pieces: readonly Piece[],
  work: (piece: Piece) => Promise<void>
): Promise<void> {
  let next = 0
  const faults: unknown[] = []
  const line = async () => {
    while (next < pieces.length && faults.length === 0)
      await work(pieces[next++]).catch((fault: unknown) => void faults.push(fault))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, line))
  if (faults.length > 0) throw faults[0]
}
