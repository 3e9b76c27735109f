import { BaseSchema } from '@adonisjs/lucid/schema'

/** Cases by the body where they lie, for the board of stuck cases and the list behind it. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('applications', (t) => {
      t.index(['holder_organization_id', 'id'], 'applications_holder')
    })
  }

  async down() {
    this.schema.alterTable('applications', (t) => t.dropIndex([], 'applications_holder'))
  }
}
