import { BaseSchema } from '@adonisjs/lucid/schema'

/** What was handed in with a lead, and what the handler found: files beside the words (HN-29). */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('objection_files', (t) => {
      t.bigIncrements('id')
      t.bigInteger('objection_id').unsigned().notNullable().references('objections.id')
      t.bigInteger('file_id').unsigned().notNullable().references('files.id')
      // lead | findings
      t.string('part', 10).notNullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.unique(['objection_id', 'file_id'])
      t.check("part in ('lead','findings')", [], 'objection_files_part_known')
    })
  }

  async down() {
    this.schema.dropTable('objection_files')
  }
}
