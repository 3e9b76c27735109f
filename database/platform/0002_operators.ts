import { BaseSchema } from '@adonisjs/lucid/schema'

/** Operators activate like everyone else, and what they do is written down. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('operators', (t) => {
      t.string('activation_hash', 64).nullable()
      t.timestamp('activation_expires_at', { precision: 3 }).nullable()
      t.string('status', 12).notNullable().defaultTo('active')
      t.smallint('failed_attempts').unsigned().notNullable().defaultTo(0)
      t.timestamp('locked_until', { precision: 3 }).nullable()
      t.integer('session_epoch').unsigned().notNullable().defaultTo(1)
    })
    this.schema.createTable('operator_entries', (t) => {
      t.bigIncrements('id')
      t.timestamp('at', { precision: 3 }).notNullable()
      t.string('operator', 80).notNullable()
      t.string('action', 60).notNullable()
      t.string('tenant', 40).nullable().index()
      t.string('detail', 300).nullable()
    })
    this.schema.alterTable('tenants', (t) => {
      t.string('suspended_reason', 300).nullable()
    })
  }

  async down() {
    this.schema.alterTable('tenants', (t) => t.dropColumn('suspended_reason'))
    this.schema.dropTable('operator_entries')
    this.schema.alterTable('operators', (t) =>
      t.dropColumns(
        'activation_hash',
        'activation_expires_at',
        'status',
        'failed_attempts',
        'locked_until',
        'session_epoch'
      )
    )
  }
}
