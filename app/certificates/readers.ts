import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** The bodies in whose lists these certificates stand: who made them, the applicants' units, those they passed on the way. */
export const admitReaders = (trx: TransactionClientContract, certificateIds: number[]) =>
  trx.rawQuery(
    `insert ignore into certificate_readers (organization_id, certificate_id)
     select c.organization_id, c.id from certificates c
      where c.id in (:ids) and c.kind = 'certificate' and c.organization_id is not null
     union
     select a.organization_id, c.id from certificates c join applications a on a.id = c.application_id
      where c.id in (:ids) and c.kind = 'certificate'
     union
     select w.organization_id, c.id from certificates c join work_items w on w.application_id = c.application_id
      where c.id in (:ids) and c.kind = 'certificate'`,
    { ids: certificateIds } as never
  )
