import { BaseSchema } from '@adonisjs/lucid/schema'

/** The body that reviews a plan, found when it is handed in. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('plans', (t) => {
      t.bigInteger('reviewer_id').unsigned().nullable().references('organizations.id')
      t.index(['reviewer_id', 'status', 'kind', 'id'])
    })
  }

  async down() {
    this.schema.alterTable('plans', (t) => {
      t.dropForeign('reviewer_id')
      t.dropColumn('reviewer_id')
    })
  }
}
