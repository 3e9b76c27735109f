import { BaseSchema } from '@adonisjs/lucid/schema'

/** `attempts` counts claims (the fencing token of a run); failures of the work itself are counted apart. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('jobs', (t) => {
      t.smallint('failures').unsigned().notNullable().defaultTo(0)
      // not before this moment: the pause after a failure
      t.timestamp('run_after', { precision: 3 }).nullable()
    })
  }

  async down() {
    this.schema.alterTable('jobs', (t) => t.dropColumns('failures', 'run_after'))
  }
}
