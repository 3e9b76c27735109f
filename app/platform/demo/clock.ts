import { DateTime } from 'luxon'

let daysAgo = 0

/** The time in which the demo's people act; the present unless a story of earlier days is being played. */
export const demoNow = () => DateTime.utc().minus({ days: daysAgo })

/** Plays a part of the demo so many days ago. */
export async function earlier<T>(days: number, play: () => Promise<T>): Promise<T> {
  daysAgo = days
  try {
    return await play()
  } finally {
    daysAgo = 0
  }
}
