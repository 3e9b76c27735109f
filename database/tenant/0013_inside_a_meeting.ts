import { BaseSchema } from '@adonisjs/lucid/schema'

/** What happens inside a meeting beside its stages: leaving, lectures, notes, rounds of a ballot, steps taken back. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('meeting_members', (t) => {
      t.timestamp('left_at', { precision: 3 }).nullable()
    })
    this.schema.alterTable('meeting_cases', (t) => {
      t.string('lesson_title', 120).nullable()
      t.string('chapter', 120).nullable()
      t.string('edition', 120).nullable()
    })
    this.schema.alterTable('ballots', (t) => {
      // open | closed | void; a void ballot is replaced by one of the next round
      t.integer('round').unsigned().notNullable().defaultTo(1)
      t.string('void_reason', 500).nullable()
      t.timestamp('voided_at', { precision: 3 }).nullable()
    })
    this.schema.alterTable('avoidances', (t) => {
      t.string('entered_by', 80).nullable()
      t.index(['meeting_id', 'application_id'])
    })
    // a member's own notes: sealed, read by nobody else, gone when the result is reported
    this.schema.createTable('case_notes', (t) => {
      t.bigInteger('case_id').unsigned().notNullable().references('meeting_cases.id')
      t.bigInteger('member_id').unsigned().notNullable().references('meeting_members.id')
      t.specificType('text_sealed', 'blob').notNullable()
      t.timestamp('saved_at', { precision: 3 }).notNullable()
      t.primary(['case_id', 'member_id'])
    })
    // steps of a meeting taken back, newest first (HU-71)
    this.schema.createTable('meeting_undos', (t) => {
      t.bigIncrements('id')
      t.bigInteger('meeting_id').unsigned().notNullable().references('meetings.id')
      t.string('stage', 40).notNullable()
      t.string('label', 60).notNullable()
      t.json('case_ids').notNullable()
      t.string('reason', 500).notNullable()
      // asked: waits for a second person; done; refused
      t.string('status', 12).notNullable()
      t.bigInteger('asked_by').unsigned().nullable()
      t.string('asked_name', 80).notNullable()
      t.timestamp('asked_at', { precision: 3 }).notNullable()
      t.string('decided_name', 80).nullable()
      t.timestamp('decided_at', { precision: 3 }).nullable()
      // what stood there and may be read: named advice, points, opinions; never a secret paper
      t.json('kept').notNullable()
      t.index(['meeting_id', 'status', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('meeting_undos')
    this.schema.dropTable('case_notes')
    this.schema.alterTable('avoidances', (t) => {
      t.dropIndex(['meeting_id', 'application_id'])
      t.dropColumn('entered_by')
    })
    this.schema.alterTable('ballots', (t) => t.dropColumns('round', 'void_reason', 'voided_at'))
    this.schema.alterTable('meeting_cases', (t) =>
      t.dropColumns('lesson_title', 'chapter', 'edition')
    )
    this.schema.alterTable('meeting_members', (t) => t.dropColumn('left_at'))
  }
}
