import type { RenderJob } from '#certificates/rendering/render_job'
import { Typesetter } from '#certificates/rendering/typesetter'

const typesetter = new Typesetter()

process.on('message', ({ job }: { job: RenderJob }) => {
  process.send!({ answer: typesetter.render(job) }, () => {
    // results of the compiler are freed only after the turn of the loop that made them
    setImmediate(() => process.send!({ idle: true }))
  })
})
// nobody waits for an answer any more
process.on('disconnect', () => process.exit())
process.send!({ idle: true })
