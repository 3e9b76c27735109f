import { BaseSchema } from '@adonisjs/lucid/schema'

/** When a password was chosen: a sign-in policy may bound its age. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('accounts', (t) => {
      t.timestamp('password_set_at', { precision: 3 }).nullable()
    })
  }

  async down() {
    this.schema.alterTable('accounts', (t) => t.dropColumn('password_set_at'))
  }
}
