import { BaseSchema } from '@adonisjs/lucid/schema'

/** What a message was caused by: told twice, it is still one message. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('messages', (t) => t.string('key', 120).nullable().unique())
  }

  async down() {
    this.schema.alterTable('messages', (t) => t.dropColumn('key'))
  }
}
