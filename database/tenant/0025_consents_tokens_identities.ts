import { BaseSchema } from '@adonisjs/lucid/schema'

/** What the province allows others: operators for some hours, its own systems by token, sign-in elsewhere. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('support_grants', (t) => {
      t.bigIncrements('id')
      t.string('operator', 80).notNullable()
      t.integer('operator_id').unsigned().notNullable()
      t.string('reason', 300).notNullable()
      // asked | granted | refused | withdrawn
      t.string('status', 10).notNullable().defaultTo('asked')
      t.timestamp('asked_at', { precision: 3 }).notNullable()
      t.string('decided_by', 80).nullable()
      t.timestamp('decided_at', { precision: 3 }).nullable()
      t.timestamp('ends_at', { precision: 3 }).nullable()
      t.index(['status', 'ends_at'])
      t.check(
        "status in ('asked','granted','refused','withdrawn')",
        [],
        'support_grants_status_known'
      )
    })
    this.schema.createTable('api_tokens', (t) => {
      t.bigIncrements('id')
      t.string('name', 80).notNullable()
      // sha-256 of the token: the token itself is shown once and kept nowhere
      t.string('hash', 64).notNullable().unique()
      t.string('hint', 12).notNullable()
      t.json('scopes').notNullable()
      t.string('created_by', 80).notNullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('ends_at', { precision: 3 }).notNullable()
      t.timestamp('used_at', { precision: 3 }).nullable()
      t.timestamp('revoked_at', { precision: 3 }).nullable()
      t.string('revoked_by', 80).nullable()
    })
    this.schema.createTable('account_identities', (t) => {
      t.bigIncrements('id')
      t.bigInteger('account_id').unsigned().notNullable().references('accounts.id')
      t.string('issuer', 190).notNullable()
      t.string('subject', 190).notNullable()
      t.timestamp('linked_at', { precision: 3 }).notNullable()
      t.unique(['issuer', 'subject'])
      t.index(['account_id'])
    })
  }

  async down() {
    for (const name of ['account_identities', 'api_tokens', 'support_grants'])
      this.schema.dropTable(name)
  }
}
