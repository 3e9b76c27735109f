import { BaseSchema } from '@adonisjs/lucid/schema'

/** What was reported to the ministry, with its receipts (HU-64). */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('ministry_reports', (t) => {
      t.bigIncrements('id')
      t.bigInteger('certificate_id').unsigned().notNullable().references('certificates.id').unique()
      t.bigInteger('organization_id').unsigned().notNullable()
      t.string('status', 10).notNullable().defaultTo('sending')
      // of the request that carries it: the job takes up where a killed one stopped
      t.string('batch', 36).notNullable()
      t.string('sender', 60).nullable()
      t.string('receipt', 80).nullable()
      t.string('fault', 300).nullable()
      t.smallint('attempts').unsigned().notNullable().defaultTo(0)
      t.string('actor_name', 60).notNullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('answered_at', { precision: 3 }).nullable()
      t.index(['organization_id', 'status', 'id'])
      t.index(['batch', 'status', 'id'])
      t.check("status in ('sending','accepted','rejected')", [], 'ministry_reports_status_known')
    })
  }

  async down() {
    this.schema.dropTable('ministry_reports')
  }
}
