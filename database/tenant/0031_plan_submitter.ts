import { BaseSchema } from '@adonisjs/lucid/schema'

/** Who handed a plan in: he does not review it himself. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('plans', (t) => {
      t.bigInteger('submitted_by_id').unsigned().nullable()
    })
  }

  async down() {
    this.schema.alterTable('plans', (t) => {
      t.dropColumn('submitted_by_id')
    })
  }
}
