/** More people than this and an act is a job with its progress; fewer are done at once. */
export const many = { over: 200 }

/** Told how many people an act has come through, so that a long one is seen to live. */
export type Progress = (done: number) => Promise<void>

/** told every so many people */
const STEP = 20

/** One after another in the order given, telling how far it is. */
export async function eachOf<One>(
  rows: One[],
  act: (one: One) => Promise<unknown>,
  progress?: Progress
) {
  for (const [index, one] of rows.entries()) {
    await act(one)
    const done = index + 1
    if (progress && (done % STEP === 0 || done === rows.length)) await progress(done)
  }
}
