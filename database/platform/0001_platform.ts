import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('tenants', (t) => {
      t.increments('id')
      t.string('slug', 40).notNullable().unique()
      t.string('name', 100).notNullable()
      t.string('province', 40).notNullable()
      t.string('database', 64).notNullable().unique()
      t.string('db_user', 32).notNullable()
      t.binary('db_password_sealed', 255).notNullable()
      t.string('status', 12).notNullable().defaultTo('active')
      t.timestamp('created_at', { precision: 3 }).notNullable()
    })
    this.schema.createTable('tenant_hosts', (t) => {
      t.increments('id')
      t.integer('tenant_id').unsigned().notNullable().references('tenants.id').onDelete('CASCADE')
      t.string('host', 190).notNullable().unique()
    })
    this.schema.createTable('operators', (t) => {
      t.increments('id')
      t.string('login', 64).notNullable().unique()
      t.string('name', 80).notNullable()
      t.string('password', 255).nullable()
      t.boolean('must_change_password').notNullable().defaultTo(true)
      t.timestamp('created_at', { precision: 3 }).notNullable()
    })
  }

  async down() {
    for (const name of ['operators', 'tenant_hosts', 'tenants']) this.schema.dropTable(name)
  }
}
