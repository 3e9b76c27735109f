import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { transaction } from '#tenancy/transaction'
import { Refusal } from '#web/refusal'

/** in one transaction: enough that the commit weighs little, few enough that others wait for their rows only briefly */
const CHUNK = 200

interface Work<Piece> {
  /** all of these or, where it throws a refusal, none */
  together: (trx: TransactionClientContract, pieces: Piece[]) => Promise<void>
  /** a piece that cannot be done, found by trying it alone */
  refused: (piece: Piece, refusal: Refusal) => Promise<void>
  /** after each chunk, with the pieces worked through so far */
  told: (done: number) => Promise<void>
}

/**
 * Works through independent pieces, many in one transaction. Where one of them is refused, nothing of its chunk is
 * written and its halves are tried, down to the one piece: so the others are done and each refusal is that piece's own.
 */
export async function inChunks<Piece>(pieces: readonly Piece[], work: Work<Piece>): Promise<void> {
  for (let at = 0; at < pieces.length; at += CHUNK) {
    await tried(pieces.slice(at, at + CHUNK), work)
    await work.told(Math.min(at + CHUNK, pieces.length))
  }
}

async function tried<Piece>(pieces: Piece[], work: Work<Piece>): Promise<void> {
  try {
    await transaction((trx) => work.together(trx, pieces))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (pieces.length === 1) return work.refused(pieces[0], error)
    const half = Math.ceil(pieces.length / 2)
    await tried(pieces.slice(0, half), work)
    await tried(pieces.slice(half), work)
  }
}
