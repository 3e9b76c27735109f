import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Nobody looks an entry up by its hash, and its place in an index is a random one: of a long log the dearest part. That
 * the chain has one order is the lock's doing (`app/audit/audit.ts`).
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('audit_entries', (t) => t.dropUnique(['hash']))
  }

  async down() {
    this.schema.alterTable('audit_entries', (t) => t.unique(['hash']))
  }
}
