/** More people than this and an act is a job with its progress; fewer are done at once. */
export const many = { over: 200 }

/** Told how many people an act has come through, so that a long one is seen to live. */
export type Progress = (done: number) => Promise<void>

/** so many together, told after each */
const STEP = 100

/** In the order given, some together, telling how far it is. */
export async function inSteps<One>(
  rows: One[],
  act: (some: One[]) => Promise<unknown>,
  progress?: Progress
) {
  for (let at = 0; at < rows.length; at += STEP) {
    const some = rows.slice(at, at + STEP)
    await act(some)
    await progress?.(at + some.length)
  }
}
