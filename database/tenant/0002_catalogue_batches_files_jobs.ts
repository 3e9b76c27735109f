import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('series', (t) => {
      t.string('code', 12).primary()
      t.string('name', 80).notNullable()
      t.string('category', 40).nullable()
      t.integer('position').notNullable().defaultTo(0)
      t.string('status', 12).notNullable().defaultTo('active')
    })
    this.schema.createTable('specialties', (t) => {
      t.bigIncrements('id')
      t.string('series_code', 12).notNullable().references('series.code')
      t.bigInteger('parent_id').unsigned().nullable().references('specialties.id')
      t.string('code', 40).notNullable()
      t.string('name', 100).notNullable()
      t.string('status', 12).notNullable().defaultTo('active')
      t.unique(['series_code', 'code'])
    })
    this.schema.createTable('titles', (t) => {
      t.bigIncrements('id')
      t.string('series_code', 12).notNullable().references('series.code')
      t.string('code', 40).notNullable()
      t.string('name', 60).notNullable()
      t.string('level', 24).notNullable()
      t.string('national_title', 60).nullable()
      t.string('status', 12).notNullable().defaultTo('active')
      t.unique(['series_code', 'code'])
    })
    // a year without rows has no calendar: computing over it is an error, never a guess (domain.md §1.5)
    this.schema.createTable('work_days', (t) => {
      t.date('date').primary()
      t.boolean('is_work_day').notNullable()
      t.string('name', 40).nullable()
      t.string('source', 80).notNullable()
    })
    this.schema.createTable('rulesets', (t) => {
      t.bigIncrements('id')
      t.integer('number').unsigned().notNullable().unique()
      t.string('checksum', 64).notNullable()
      t.json('document').notNullable()
      t.json('words').notNullable()
      t.json('templates').notNullable()
      t.string('contract_version', 12).notNullable()
      t.string('note', 300).notNullable()
      t.string('published_by', 80).notNullable()
      t.timestamp('published_at', { precision: 3 }).notNullable()
    })
    this.schema.raw(
      "create trigger rulesets_are_immutable before update on rulesets for each row signal sqlstate '45000' set message_text = 'published rulesets are immutable'"
    )
    this.schema.createTable('batches', (t) => {
      t.bigIncrements('id')
      t.smallint('year').unsigned().notNullable()
      t.string('name', 100).notNullable()
      t.bigInteger('ruleset_id').unsigned().notNullable().references('rulesets.id')
      t.bigInteger('committee_id').unsigned().nullable()
      t.timestamp('opens_at').notNullable()
      t.timestamp('closes_at').notNullable()
      t.string('status', 12).notNullable().defaultTo('open')
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.index(['year', 'status'])
    })
    this.schema.createTable('files', (t) => {
      t.bigIncrements('id')
      t.string('key', 80).notNullable().unique()
      t.string('name', 200).notNullable()
      t.string('mime', 100).notNullable()
      t.bigInteger('size').unsigned().notNullable()
      t.string('sha256', 64).notNullable().index()
      t.string('purpose', 40).notNullable()
      t.bigInteger('owner_account_id').unsigned().nullable()
      t.bigInteger('application_id').unsigned().nullable().index()
      t.string('status', 12).notNullable().defaultTo('clean')
      t.timestamp('created_at', { precision: 3 }).notNullable()
    })
    // outbox and ledger in one: written in the transaction of the change, handed to the queue by the relay
    this.schema.createTable('jobs', (t) => {
      t.bigIncrements('id')
      t.string('kind', 60).notNullable()
      t.json('payload').notNullable()
      t.string('key', 120).notNullable().unique()
      t.string('label', 120).notNullable()
      t.string('status', 12).notNullable().defaultTo('queued')
      t.smallint('attempts').unsigned().notNullable().defaultTo(0)
      t.integer('done').unsigned().notNullable().defaultTo(0)
      t.integer('total').unsigned().notNullable().defaultTo(1)
      t.integer('failed').unsigned().notNullable().defaultTo(0)
      t.string('error', 500).nullable()
      t.json('result').nullable()
      t.bigInteger('account_id').unsigned().nullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('sent_at', { precision: 3 }).nullable()
      t.timestamp('heartbeat_at', { precision: 3 }).nullable()
      t.timestamp('finished_at', { precision: 3 }).nullable()
      t.index(['status', 'id'])
      t.index(['account_id', 'id'])
      t.check("status in ('queued','sent','running','done','failed')", [], 'jobs_status_known')
    })
    this.schema.createTable('messages', (t) => {
      t.bigIncrements('id')
      t.bigInteger('account_id').unsigned().notNullable()
      t.string('title', 120).notNullable()
      t.string('body', 1000).notNullable()
      t.string('link', 200).nullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('read_at', { precision: 3 }).nullable()
      t.index(['account_id', 'read_at', 'id'])
    })
    this.schema.createTable('notices', (t) => {
      t.bigIncrements('id')
      t.string('title', 150).notNullable()
      t.text('body').notNullable()
      t.timestamp('published_at', { precision: 3 }).notNullable().index()
    })
  }

  async down() {
    for (const name of [
      'notices',
      'messages',
      'jobs',
      'files',
      'batches',
      'rulesets',
      'work_days',
      'titles',
      'specialties',
      'series',
    ])
      this.schema.dropTable(name)
  }
}
