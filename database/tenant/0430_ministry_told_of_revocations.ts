import { BaseSchema } from '@adonisjs/lucid/schema'

/** A certificate that the ministry knows and that was revoked since is reported once more, as revoked (HU-64, HU-65). */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('ministry_reports', (t) => {
      t.string('act', 10).notNullable().defaultTo('issue')
      t.unique(['certificate_id', 'act'])
      t.check("act in ('issue','revoke')", [], 'ministry_reports_act_known')
    })
    this.schema.alterTable('ministry_reports', (t) => t.dropUnique(['certificate_id']))
  }

  async down() {
    this.defer(async (db) => {
      await db.from('ministry_reports').where('act', 'revoke').delete()
    })
    this.schema.alterTable('ministry_reports', (t) => {
      t.unique(['certificate_id'])
      t.dropChecks(['ministry_reports_act_known'])
    })
    this.schema.alterTable('ministry_reports', (t) => {
      t.dropUnique(['certificate_id', 'act'])
      t.dropColumn('act')
    })
  }
}
