import { BaseSchema } from '@adonisjs/lucid/schema'

/** What the audit log has to say of a block that was taken in, until it says so: a process may die between the two. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('import_blocks', (t) => {
      t.specificType('entries', 'mediumtext').nullable()
    })
  }

  async down() {
    this.schema.alterTable('import_blocks', (t) => t.dropColumn('entries'))
  }
}
