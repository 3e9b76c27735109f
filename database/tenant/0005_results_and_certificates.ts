import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('publicities', (t) => {
      t.bigIncrements('id')
      t.string('title', 150).notNullable()
      t.bigInteger('meeting_id').unsigned().notNullable().references('meetings.id')
      t.bigInteger('organization_id').unsigned().notNullable().references('organizations.id')
      t.string('organization_name', 150).notNullable()
      t.date('starts_on').notNullable()
      // last day on which leads are taken; may be closed from the day after
      t.date('ends_on').notNullable()
      t.string('status', 8).notNullable().defaultTo('open')
      t.json('fields').notNullable()
      t.string('contact', 200).nullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('closed_at', { precision: 3 }).nullable()
      t.index(['status', 'starts_on'])
    })
    this.schema.createTable('filings', (t) => {
      t.bigIncrements('id')
      t.bigInteger('meeting_id').unsigned().notNullable().references('meetings.id')
      t.bigInteger('organization_id').unsigned().notNullable().references('organizations.id')
      t.bigInteger('reviewer_id').unsigned().notNullable().references('organizations.id')
      t.string('note', 1000).nullable()
      t.string('status', 12).notNullable().defaultTo('applied')
      t.string('opinion', 1000).nullable()
      t.string('number', 60).nullable()
      t.date('filed_on').nullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('decided_at', { precision: 3 }).nullable()
      t.index(['reviewer_id', 'status', 'id'])
      t.unique(['meeting_id', 'status'])
    })
    this.schema.createTable('documents', (t) => {
      t.bigIncrements('id')
      t.string('number', 60).notNullable().unique()
      t.string('title', 200).notNullable()
      t.bigInteger('organization_id').unsigned().notNullable().references('organizations.id')
      // draft | issued | reported | approved | returned
      t.string('status', 12).notNullable().defaultTo('draft')
      t.json('route').notNullable()
      t.smallint('route_step').unsigned().notNullable().defaultTo(0)
      t.bigInteger('examiner_id').unsigned().nullable()
      t.bigInteger('attachment_file_id').unsigned().nullable()
      t.string('opinion', 1000).nullable()
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('updated_at', { precision: 3 }).nullable()
      t.index(['organization_id', 'status', 'id'])
      t.index(['examiner_id', 'status', 'id'])
    })
    this.schema.createTable('number_pools', (t) => {
      t.bigIncrements('id')
      // what the numbers share: year, issuer, level … as `2026|4301|intermediate`
      t.string('key', 120).notNullable().unique()
      t.string('pattern', 80).notNullable()
      t.integer('next').unsigned().notNullable().defaultTo(1)
      t.integer('last').unsigned().notNullable()
      t.integer('extend_by').unsigned().notNullable()
      t.timestamp('updated_at', { precision: 3 }).nullable()
      t.check('next <= last + 1', [], 'number_pools_in_range')
    })
    this.schema.createTable('certificates', (t) => {
      t.bigIncrements('id')
      t.string('kind', 20).notNullable().defaultTo('certificate')
      t.bigInteger('application_id').unsigned().notNullable().references('applications.id')
      t.string('number', 60).notNullable()
      // the code in the QR: random, not guessable, no personal data
      t.string('verification_code', 40).notNullable().unique()
      t.bigInteger('ruleset_id').unsigned().notNullable().references('rulesets.id')
      t.string('template', 40).notNullable()
      t.string('template_checksum', 64).notNullable()
      // what was printed, sealed: names and ID numbers are in it
      t.binary('data_sealed').notNullable()
      t.json('public_data').notNullable()
      t.bigInteger('file_id').unsigned().nullable().references('files.id')
      t.string('digest', 64).nullable()
      t.string('signer', 100).nullable()
      // requested | issued | revoked | replaced
      t.string('status', 12).notNullable().defaultTo('requested')
      t.date('issued_on').notNullable()
      t.string('reason', 300).nullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('issued_at', { precision: 3 }).nullable()
      t.unique(['application_id', 'kind', 'number'])
      t.index(['number'])
      t.index(['status', 'id'])
      t.check("status <> 'issued' or file_id is not null", [], 'certificates_issued_has_file')
    })
  }

  async down() {
    for (const name of ['certificates', 'number_pools', 'documents', 'filings', 'publicities'])
      this.schema.dropTable(name)
  }
}
