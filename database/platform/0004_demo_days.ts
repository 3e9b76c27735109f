import { BaseSchema } from '@adonisjs/lucid/schema'

/** A demo's days can be moved on, so that a publicity of five working days is seen to end. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('tenants', (t) => {
      t.smallint('days_ahead').unsigned().notNullable().defaultTo(0)
    })
  }

  async down() {
    this.schema.alterTable('tenants', (t) => t.dropColumn('days_ahead'))
  }
}
