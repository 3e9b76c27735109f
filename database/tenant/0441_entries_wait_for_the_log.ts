import { BaseSchema } from '@adonisjs/lucid/schema'

/** Entries of the log, written with what was done, until they are in the chain (`app/audit/audit.ts`). */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('audit_waiting', (t) => {
      t.bigIncrements('id')
      // text, as it goes into the hash
      t.string('at', 23).notNullable()
      t.bigInteger('account_id').unsigned().nullable()
      t.string('actor_name', 80).notNullable()
      t.string('request_id', 40).nullable()
      t.specificType('entries', 'mediumtext').notNullable()
    })
    this.schema.alterTable('import_blocks', (t) => t.dropColumn('entries'))
  }

  async down() {
    this.schema.alterTable('import_blocks', (t) => {
      t.specificType('entries', 'mediumtext').nullable()
    })
    this.schema.dropTable('audit_waiting')
  }
}
