import { BaseSchema } from '@adonisjs/lucid/schema'

/** Committees that review together with the one a meeting belongs to (HB-50). */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('meeting_committees', (t) => {
      t.bigInteger('meeting_id').unsigned().notNullable().references('meetings.id')
      t.bigInteger('committee_id').unsigned().notNullable().references('committees.id')
      t.primary(['meeting_id', 'committee_id'])
      t.index(['committee_id', 'meeting_id'])
    })
  }

  async down() {
    this.schema.dropTable('meeting_committees')
  }
}
