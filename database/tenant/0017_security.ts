import { BaseSchema } from '@adonisjs/lucid/schema'

/** The tenant's own roles and settings, sessions that can be ended, second factors. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('tenant_roles', (t) => {
      t.string('id', 40).primary()
      t.string('label', 60).notNullable()
      t.string('kind', 20).notNullable()
      t.json('abilities').notNullable()
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.string('updated_by', 80).notNullable()
      t.timestamp('updated_at', { precision: 3 }).notNullable()
    })
    this.schema.createTable('tenant_settings', (t) => {
      t.string('name', 40).primary()
      t.json('value').notNullable()
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.string('updated_by', 80).notNullable()
      t.timestamp('updated_at', { precision: 3 }).notNullable()
    })
    this.schema.createTable('account_sessions', (t) => {
      t.bigIncrements('id')
      t.bigInteger('account_id')
        .unsigned()
        .notNullable()
        .references('accounts.id')
        .onDelete('CASCADE')
      // stands in the session as its name here; says nothing by itself
      t.string('code', 32).notNullable().unique()
      t.string('device', 80).notNullable()
      t.string('address', 45).notNullable()
      t.timestamp('opened_at', { precision: 3 }).notNullable()
      t.timestamp('last_seen_at', { precision: 3 }).notNullable()
      t.timestamp('ended_at', { precision: 3 }).nullable()
      t.string('ended_by', 80).nullable()
      t.index(['account_id', 'id'])
      t.index(['ended_at', 'last_seen_at', 'id'])
    })
    this.schema.createTable('account_second_factors', (t) => {
      t.bigInteger('account_id').unsigned().primary().references('accounts.id').onDelete('CASCADE')
      t.binary('secret_sealed', 255).notNullable()
      t.timestamp('confirmed_at', { precision: 3 }).nullable()
      // the last step of thirty seconds whose code was used: a code serves once
      t.bigInteger('last_step').unsigned().nullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
    })
    this.schema.alterTable('accounts', (t) => t.index(['kind', 'id']))
    this.schema.alterTable('audit_entries', (t) => {
      t.index(['action', 'id'])
      t.index(['actor_name', 'id'])
    })
  }

  async down() {
    this.schema.alterTable('audit_entries', (t) => {
      t.dropIndex(['action', 'id'])
      t.dropIndex(['actor_name', 'id'])
    })
    this.schema.alterTable('accounts', (t) => t.dropIndex(['kind', 'id']))
    for (const name of [
      'account_second_factors',
      'account_sessions',
      'tenant_settings',
      'tenant_roles',
    ])
      this.schema.dropTable(name)
  }
}
