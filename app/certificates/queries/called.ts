import type db from '@adonisjs/lucid/services/db'
import { containing, startingWith } from '#web/like'

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

/**
 * Certificates, aliased `c`, of a unit whose name has these words: the one they say, or that of their application `a`.
 * Words like 大学 are in half of them: walked from the newest, a page is full at once.
 */
export const whoseUnitIs = (query: ReturnType<typeof db.from>, unit: string) =>
  query
    .leftJoin('organizations as o', 'o.id', 'a.organization_id')
    .where((found) =>
      found
        .where('c.unit_name', 'like', containing(unit))
        .orWhere('o.name', 'like', containing(unit))
    )
