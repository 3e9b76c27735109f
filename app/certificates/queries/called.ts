import type db from '@adonisjs/lucid/services/db'
import { startingWith } from '#web/like'

/**
 * Certificates, aliased `c`, whose name begins so: as they say it, as their application does, or as they said it before
 * a correction. Found by the names first: an `or` over the tables would walk all certificates.
 */
export const whoIsCalled = (query: ReturnType<typeof db.from>, name: string) =>
  query.joinRaw(CALLED, Array(3).fill(startingWith(name)))

const CALLED = `join (
    select k.id from applications n join certificates k on k.application_id = n.id where n.person_name like ?
    union
    select id from certificates where also_called like ?
    union
    select certificate_id from imported_certificates where person_name like ?) as called on called.id = c.id`
