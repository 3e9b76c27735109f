import { BaseSchema } from '@adonisjs/lucid/schema'

/** Operators' long work with its progress, room for each province's files, and what it takes to delete a province. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('tenants', (t) => {
      // null: no bound
      t.integer('storage_quota_mb').unsigned().nullable()
    })
    this.schema.createTable('operator_tasks', (t) => {
      t.bigIncrements('id')
      t.string('kind', 30).notNullable()
      t.string('label', 150).notNullable()
      t.string('tenant', 40).nullable()
      t.json('payload').notNullable()
      // queued | running | done | failed
      t.string('status', 10).notNullable().defaultTo('queued')
      t.string('claim', 32).nullable().unique()
      t.integer('attempts').unsigned().notNullable().defaultTo(0)
      t.integer('done').unsigned().notNullable().defaultTo(0)
      t.integer('total').unsigned().notNullable().defaultTo(1)
      t.json('result').nullable()
      t.string('error', 500).nullable()
      t.string('operator', 80).notNullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('heartbeat_at', { precision: 3 }).nullable()
      t.timestamp('finished_at', { precision: 3 }).nullable()
      t.index(['status', 'id'])
      t.index(['tenant', 'kind', 'id'])
    })
    this.schema.createTable('province_deletions', (t) => {
      t.bigIncrements('id')
      t.string('tenant', 40).notNullable().index()
      t.string('name', 100).notNullable()
      t.string('reason', 300).notNullable()
      t.integer('asked_by_id').unsigned().notNullable()
      t.string('asked_by', 80).notNullable()
      t.timestamp('asked_at', { precision: 3 }).notNullable()
      // open | withdrawn | done
      t.string('status', 10).notNullable().defaultTo('open')
      t.string('closed_by', 80).nullable()
      t.timestamp('closed_at', { precision: 3 }).nullable()
    })
  }

  async down() {
    this.schema.dropTable('province_deletions')
    this.schema.dropTable('operator_tasks')
    this.schema.alterTable('tenants', (t) => t.dropColumn('storage_quota_mb'))
  }
}
