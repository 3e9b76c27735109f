import { BaseSchema } from '@adonisjs/lucid/schema'

const STAGES = [
  'draft',
  'in_approval',
  'returned',
  'on_hold',
  'qualified',
  'in_evaluation',
  'reported',
  'in_publicity',
  'objection',
  'passed',
  'not_passed',
  'filed',
  'numbered',
  'documented',
  'certified',
  'withdrawn',
  'discarded',
  'given_up',
  'revoked',
]

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('applications', (t) => {
      t.bigIncrements('id')
      t.string('code', 24).notNullable().unique()
      t.bigInteger('batch_id').unsigned().notNullable().references('batches.id')
      t.bigInteger('ruleset_id').unsigned().notNullable().references('rulesets.id')
      t.bigInteger('person_id').unsigned().notNullable().references('people.id')
      t.bigInteger('account_id').unsigned().notNullable().references('accounts.id')
      t.bigInteger('organization_id').unsigned().notNullable().references('organizations.id')
      t.string('person_name', 60).notNullable()
      // what is applied for (F1)
      t.string('category', 40).nullable()
      t.string('series_code', 12).nullable()
      t.string('series_name', 80).nullable()
      t.string('specialty_code', 40).nullable()
      t.string('specialty_name', 100).nullable()
      t.string('title_code', 40).nullable()
      t.string('title_name', 60).nullable()
      t.string('level', 24).nullable()
      t.string('acquisition', 40).nullable()
      t.string('mode', 40).nullable()
      t.string('evaluation_method', 40).nullable()
      t.bigInteger('committee_id').unsigned().nullable()
      // where it stands; written by app/lifecycle/apply.ts alone
      t.string('stage', 16).notNullable().defaultTo('draft')
      t.json('route').notNullable()
      t.smallint('route_step').unsigned().notNullable().defaultTo(0)
      t.bigInteger('holder_organization_id').unsigned().nullable()
      t.integer('event_count').unsigned().notNullable().defaultTo(0)
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.json('correction').nullable()
      t.date('due_on').nullable()
      t.bigInteger('meeting_id').unsigned().nullable()
      t.string('outcome', 12).nullable()
      t.json('tally').nullable()
      t.bigInteger('publicity_id').unsigned().nullable()
      t.date('publicity_ends_on').nullable()
      t.bigInteger('filing_id').unsigned().nullable()
      t.bigInteger('document_id').unsigned().nullable()
      t.string('certificate_number', 60).nullable().unique()
      t.bigInteger('certificate_id').unsigned().nullable()
      t.timestamp('submitted_at', { precision: 3 }).nullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('updated_at', { precision: 3 }).nullable()
      t.unique(['batch_id', 'person_id'])
      t.index(['stage', 'id'])
      t.index(['organization_id', 'stage', 'id'])
      t.index(['committee_id', 'stage', 'id'])
      t.index(['meeting_id', 'id'])
      t.index(['publicity_id', 'id'])
      t.index(['document_id', 'id'])
      t.index(['account_id', 'id'])
      t.index(['person_name', 'id'])
      t.check(
        `stage in (${STAGES.map((stage) => `'${stage}'`).join(',')})`,
        [],
        'applications_stage_known'
      )
      t.check(
        "stage not in ('in_approval','on_hold') or holder_organization_id is not null",
        [],
        'applications_in_approval_has_holder'
      )
      t.check(
        "stage <> 'in_evaluation' or meeting_id is not null",
        [],
        'applications_in_evaluation_has_meeting'
      )
      t.check(
        "stage not in ('reported','in_publicity','passed','not_passed') or outcome is not null",
        [],
        'applications_reported_has_outcome'
      )
      t.check(
        "stage not in ('numbered','documented','certified') or certificate_number is not null",
        [],
        'applications_numbered_has_number'
      )
      t.check(
        "stage <> 'certified' or certificate_id is not null",
        [],
        'applications_certified_has_certificate'
      )
    })
    this.schema.createTable('application_sections', (t) => {
      t.bigInteger('application_id').unsigned().notNullable().references('applications.id')
      t.string('section', 40).notNullable()
      // {field: value} of a form section; [{key, field: value}] of a record section
      t.json('content').notNullable()
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.timestamp('updated_at', { precision: 3 }).notNullable()
      t.primary(['application_id', 'section'])
    })
    this.schema.createTable('application_materials', (t) => {
      t.bigIncrements('id')
      t.bigInteger('application_id').unsigned().notNullable().references('applications.id')
      t.string('material', 40).notNullable()
      t.bigInteger('file_id').unsigned().notNullable().references('files.id')
      t.smallint('position').unsigned().notNullable().defaultTo(0)
      t.unique(['application_id', 'material', 'file_id'])
    })
    this.schema.createTable('application_events', (t) => {
      t.bigInteger('application_id').unsigned().notNullable().references('applications.id')
      t.integer('sequence').unsigned().notNullable()
      t.string('type', 40).notNullable()
      t.json('payload').notNullable()
      // what the event changed: the base of its inverse
      t.json('before').notNullable()
      t.string('stage_before', 16).notNullable()
      t.string('stage_after', 16).notNullable()
      t.bigInteger('account_id').unsigned().nullable()
      t.string('actor_name', 80).notNullable()
      t.bigInteger('organization_id').unsigned().nullable()
      t.string('organization_name', 150).nullable()
      t.timestamp('at', { precision: 3 }).notNullable()
      // sequence of the rollback event that undid this one
      t.integer('undone_by').unsigned().nullable()
      t.primary(['application_id', 'sequence'])
      t.index(['organization_id', 'type', 'at'])
      t.index(['at'])
    })
    this.schema.createTable('work_items', (t) => {
      t.bigIncrements('id')
      t.bigInteger('application_id').unsigned().notNullable().references('applications.id')
      t.string('task', 40).notNullable()
      t.bigInteger('organization_id').unsigned().nullable()
      t.string('role', 40).nullable()
      t.bigInteger('account_id').unsigned().nullable()
      // open | held | done
      t.string('status', 8).notNullable().defaultTo('open')
      t.bigInteger('done_by').unsigned().nullable()
      t.string('decision', 24).nullable()
      t.date('due_on').nullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('done_at', { precision: 3 }).nullable()
      t.index(['organization_id', 'role', 'status', 'id'])
      t.index(['account_id', 'status', 'id'])
      t.index(['application_id', 'status'])
      t.index(['status', 'due_on'])
      t.check("status in ('open','held','done')", [], 'work_items_status_known')
    })
    this.schema.createTable('stock_phrases', (t) => {
      t.bigIncrements('id')
      t.bigInteger('account_id').unsigned().notNullable()
      t.string('text', 500).notNullable()
      t.index(['account_id', 'id'])
    })
    this.schema.createTable('path_links', (t) => {
      t.bigIncrements('id')
      t.string('path_set', 40).notNullable()
      t.bigInteger('lower_id').unsigned().notNullable().references('organizations.id')
      t.bigInteger('upper_id').unsigned().notNullable().references('organizations.id')
      t.string('status', 12).notNullable().defaultTo('confirmed')
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.unique(['path_set', 'lower_id', 'upper_id'])
      t.index(['upper_id', 'path_set'])
    })
  }

  async down() {
    for (const name of [
      'path_links',
      'stock_phrases',
      'work_items',
      'application_events',
      'application_materials',
      'application_sections',
      'applications',
    ])
      this.schema.dropTable(name)
  }
}
