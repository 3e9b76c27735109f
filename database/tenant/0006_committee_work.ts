import { BaseSchema } from '@adonisjs/lucid/schema'

/** What the work of committees needs beside 0004: pledges, reviews of profiles, attachments of plans, interviews. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('meeting_members', (t) => {
      // the expert's pledge for this meeting (R40)
      t.timestamp('pledged_at', { precision: 3 }).nullable()
      // place in the list of reserves of the draw, from 1
      t.integer('reserve_rank').unsigned().nullable()
    })
    this.schema.alterTable('experts', (t) => {
      t.string('opinion', 500).nullable()
      t.string('decided_by', 80).nullable()
      t.timestamp('decided_at', { precision: 3 }).nullable()
      t.index(['status', 'id'])
    })
    this.schema.alterTable('plans', (t) => {
      t.bigInteger('file_id').unsigned().nullable().references('files.id')
      t.timestamp('submitted_at', { precision: 3 }).nullable()
    })
    this.schema.alterTable('meeting_cases', (t) => {
      t.timestamp('interview_at').nullable()
    })
  }

  async down() {
    this.schema.alterTable('meeting_cases', (t) => t.dropColumn('interview_at'))
    this.schema.alterTable('plans', (t) => {
      t.dropForeign('file_id')
      t.dropColumns('file_id', 'submitted_at')
    })
    this.schema.alterTable('experts', (t) => {
      t.dropIndex(['status', 'id'])
      t.dropColumns('opinion', 'decided_by', 'decided_at')
    })
    this.schema.alterTable('meeting_members', (t) => t.dropColumns('pledged_at', 'reserve_rank'))
  }
}
