import { BaseSchema } from '@adonisjs/lucid/schema'

/** The applicant's side: eligibility answers, what was submitted each time, achievements kept for later years, registrations. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('applications', (t) => {
      // answers of the eligibility check before the form was opened
      t.json('precheck').nullable()
    })
    this.schema.createTable('application_versions', (t) => {
      t.bigIncrements('id')
      t.bigInteger('application_id').unsigned().notNullable().references('applications.id')
      t.smallint('number').unsigned().notNullable()
      // section → content and material → file ids, as they were handed in
      t.json('contents').notNullable()
      t.json('materials').notNullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.unique(['application_id', 'number'])
    })
    this.schema.createTable('achievements', (t) => {
      t.bigIncrements('id')
      t.bigInteger('person_id').unsigned().notNullable().references('people.id')
      t.string('section', 40).notNullable()
      t.string('title', 200).notNullable()
      t.json('content').notNullable()
      // of the content without key and files: the same paper is kept once
      t.string('digest', 64).notNullable()
      t.bigInteger('application_id').unsigned().notNullable().references('applications.id')
      t.smallint('year').unsigned().notNullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.unique(['person_id', 'section', 'digest'])
      t.index(['person_id', 'id'])
    })
    this.schema.createTable('registrations', (t) => {
      t.bigIncrements('id')
      // person: wants to apply from a unit; unit: wants an account of its own (HU-76)
      t.string('kind', 8).notNullable()
      t.string('status', 12).notNullable().defaultTo('open')
      t.string('name', 150).notNullable()
      // who decides: the unit of a person, the superior of a unit
      t.bigInteger('organization_id').unsigned().notNullable().references('organizations.id')
      t.bigInteger('account_id').unsigned().nullable().references('accounts.id')
      t.bigInteger('created_organization_id').unsigned().nullable()
      t.json('content').notNullable()
      t.binary('phone_sealed', 255).nullable()
      t.string('phone_masked', 24).nullable()
      t.string('opinion', 500).nullable()
      t.bigInteger('decided_by').unsigned().nullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('decided_at', { precision: 3 }).nullable()
      t.index(['organization_id', 'kind', 'status', 'id'])
      t.index(['kind', 'status', 'id'])
      t.index(['account_id'])
      t.check("kind in ('person','unit')", [], 'registrations_kind_known')
      t.check("status in ('open','accepted','refused')", [], 'registrations_status_known')
    })
    // one applicant account per person and year, however many try at once (HB-06)
    this.schema.raw(
      "alter table accounts add column applicant_key varchar(40) as (if(kind = 'applicant' and person_id is not null, concat(person_id, ':', year), null)) persistent, add unique accounts_one_per_year (applicant_key)"
    )
  }

  async down() {
    this.schema.raw(
      'alter table accounts drop index accounts_one_per_year, drop column applicant_key'
    )
    for (const name of ['registrations', 'achievements', 'application_versions'])
      this.schema.dropTable(name)
    this.schema.alterTable('applications', (t) => t.dropColumn('precheck'))
  }
}
