import logger from '@adonisjs/core/services/logger'

/** Work of the instance that the workers do beside the provinces' jobs, one piece at a time in each process. */
const chores: (() => Promise<boolean>)[] = []
let busy: Promise<unknown> | null = null

/** `work` does the next piece, if there is one, and answers whether there was. */
export const addChore = (work: () => Promise<boolean>) => chores.push(work)

/** Begins the next piece unless one is under way; the relay does not wait for it. */
export function doChores() {
  busy ??= (async () => {
    for (const work of chores) await work()
  })()
    .catch((error: unknown) => logger.warn({ err: error }, 'chore interrupted'))
    .finally(() => {
      busy = null
    })
}

/** What is under way ends before the process does. */
export const choresDone = () => busy ?? Promise.resolve()
