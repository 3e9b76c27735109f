import { BaseSchema } from '@adonisjs/lucid/schema'

/** Operators sign in with a second factor; recovery codes let in who lost the device, each once. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('operator_second_factors', (t) => {
      t.integer('operator_id').unsigned().primary()
      t.foreign('operator_id').references('operators.id').onDelete('CASCADE')
      t.binary('secret_sealed', 200).notNullable()
      t.timestamp('confirmed_at', { precision: 3 }).nullable()
      t.bigInteger('last_step').unsigned().nullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
    })
    this.schema.createTable('operator_recovery_codes', (t) => {
      t.bigIncrements('id')
      t.integer('operator_id').unsigned().notNullable()
      t.foreign('operator_id').references('operators.id').onDelete('CASCADE')
      t.string('code_hash', 64).notNullable()
      t.timestamp('used_at', { precision: 3 }).nullable()
      t.unique(['operator_id', 'code_hash'])
    })
  }

  async down() {
    this.schema.dropTable('operator_recovery_codes')
    this.schema.dropTable('operator_second_factors')
  }
}
