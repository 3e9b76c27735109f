import { BaseSchema } from '@adonisjs/lucid/schema'

/** What follows the report: who is entitled to what, objections, recognitions, people of filings and of documents. */
export default class extends BaseSchema {
  async up() {
    // the bodies that publicise, keep, file, number an application, found once when its result comes in
    this.schema.createTable('result_roles', (t) => {
      t.bigInteger('organization_id').unsigned().notNullable().references('organizations.id')
      // publisher | keeper | filer | issuer | generator
      t.string('role', 12).notNullable()
      t.bigInteger('application_id').unsigned().notNullable().references('applications.id')
      t.bigInteger('meeting_id').unsigned().nullable()
      // the rule that says so, for people
      t.string('rule', 150).nullable()
      t.primary(['organization_id', 'role', 'application_id'])
      t.index(['application_id', 'role'])
      t.index(['organization_id', 'meeting_id'])
    })
    this.schema.createTable('objections', (t) => {
      t.bigIncrements('id')
      // with it the sender asks for the outcome: random
      t.string('code', 20).notNullable().unique()
      t.string('source', 8).notNullable()
      t.bigInteger('organization_id').unsigned().notNullable().references('organizations.id')
      t.bigInteger('committee_id').unsigned().notNullable().references('committees.id')
      t.bigInteger('publicity_id').unsigned().nullable().references('publicities.id')
      t.bigInteger('application_id').unsigned().nullable().references('applications.id')
      // what is said about a person, and who says it, is for the desk alone
      t.binary('content_sealed').notNullable()
      t.binary('contact_sealed', 1000).nullable()
      t.string('status', 12).notNullable().defaultTo('received')
      t.date('due_on').notNullable()
      t.bigInteger('handler_account_id').unsigned().nullable()
      t.string('handler_name', 80).nullable()
      t.string('findings', 1000).nullable()
      t.timestamp('checked_at', { precision: 3 }).nullable()
      t.bigInteger('decider_account_id').unsigned().nullable()
      t.string('decider_name', 80).nullable()
      t.string('outcome', 12).nullable()
      t.string('opinion', 1000).nullable()
      t.timestamp('decided_at', { precision: 3 }).nullable()
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.index(['organization_id', 'status', 'id'])
      t.index(['application_id', 'status'])
      t.check(
        "status in ('received','handling','checked','decided','dismissed')",
        [],
        'objections_status_known'
      )
      // who looked into it does not decide it
      t.check(
        "status <> 'decided' or decider_account_id is null or decider_account_id <> handler_account_id",
        [],
        'objections_two_persons'
      )
    })
    this.schema.createTable('recognitions', (t) => {
      t.bigIncrements('id')
      t.bigInteger('organization_id').unsigned().notNullable().references('organizations.id')
      t.bigInteger('person_id').unsigned().notNullable().references('people.id')
      t.smallint('year').unsigned().notNullable()
      t.string('person_name', 60).notNullable()
      t.string('unit_name', 150).notNullable()
      t.string('qualification', 100).notNullable()
      t.string('qualification_number', 60).notNullable()
      t.string('title_name', 60).notNullable()
      t.string('level', 24).notNullable()
      t.string('specialty_name', 100).nullable()
      t.date('recognized_on').notNullable()
      // recorded | withdrawn
      t.string('status', 12).notNullable().defaultTo('recorded')
      t.string('reason', 500).nullable()
      t.string('recorded_by', 80).notNullable()
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('updated_at', { precision: 3 }).nullable()
      t.index(['organization_id', 'year', 'id'])
      t.unique(['qualification_number', 'person_id', 'title_name'])
    })
    this.schema.alterTable('filings', (t) => {
      // a refused filing is followed by another one of the same meeting
      t.index(['meeting_id', 'id'])
      t.dropUnique(['meeting_id', 'status'])
      t.index(['organization_id', 'status', 'id'])
      t.string('decided_by', 80).nullable()
      t.bigInteger('file_id').unsigned().nullable().references('files.id')
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.check("status in ('applied','approved','refused')", [], 'filings_status_known')
      t.check(
        "status <> 'approved' or (number is not null and filed_on is not null)",
        [],
        'filings_approved_has_number'
      )
    })
    this.schema.createTable('filing_people', (t) => {
      t.bigInteger('filing_id').unsigned().notNullable().references('filings.id')
      t.bigInteger('application_id').unsigned().notNullable().references('applications.id')
      t.primary(['filing_id', 'application_id'])
      t.index(['application_id'])
    })
    this.schema.alterTable('number_pools', (t) => {
      t.smallint('year').unsigned().nullable()
      t.bigInteger('issuer_id').unsigned().nullable().references('organizations.id')
      t.string('series_code', 12).nullable()
      t.string('level', 24).nullable()
      t.index(['year', 'id'])
    })
    this.schema.alterTable('documents', (t) => {
      t.string('level', 24).nullable()
      t.string('route_label', 150).nullable()
      t.timestamp('approved_at', { precision: 3 }).nullable()
      t.check(
        "status in ('draft','issued','reported','approved','returned')",
        [],
        'documents_status_known'
      )
      t.check(
        "status not in ('reported','approved') or attachment_file_id is not null",
        [],
        'documents_reported_has_attachment'
      )
    })
    this.schema.createTable('document_people', (t) => {
      // one application stands in one document
      t.bigInteger('application_id').unsigned().primary().references('applications.id')
      t.bigInteger('document_id').unsigned().notNullable().references('documents.id')
      t.index(['document_id', 'application_id'])
    })
    this.schema.createTable('document_events', (t) => {
      t.bigIncrements('id')
      t.bigInteger('document_id').unsigned().notNullable().references('documents.id')
      t.string('type', 12).notNullable()
      t.string('opinion', 1000).nullable()
      t.string('actor_name', 80).notNullable()
      t.string('organization_name', 150).nullable()
      t.timestamp('at', { precision: 3 }).notNullable()
      t.index(['document_id', 'id'])
    })
  }

  async down() {
    for (const name of ['document_events', 'document_people', 'filing_people'])
      this.schema.dropTable(name)
    for (const name of ['recognitions', 'objections', 'result_roles']) this.schema.dropTable(name)
    this.schema.alterTable('documents', (t) => {
      t.dropColumns('level', 'route_label', 'approved_at')
    })
    this.schema.alterTable('number_pools', (t) => {
      t.dropForeign('issuer_id')
      t.dropColumns('year', 'issuer_id', 'series_code', 'level')
    })
    this.schema.alterTable('filings', (t) => {
      t.dropForeign('file_id')
      t.dropColumns('decided_by', 'file_id', 'version')
      t.unique(['meeting_id', 'status'])
    })
  }
}
