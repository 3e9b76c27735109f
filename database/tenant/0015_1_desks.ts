import { BaseSchema } from '@adonisjs/lucid/schema'

/** What the desks search and compare by, their templates of export, post quotas. */
export default class extends BaseSchema {
  async up() {
    // values of the form's fields a province searches by, written when a case is submitted
    this.schema.createTable('application_terms', (t) => {
      t.bigInteger('application_id').unsigned().notNullable().references('applications.id')
      t.string('search', 40).notNullable()
      t.string('value', 120).notNullable()
      t.primary(['application_id', 'search', 'value'])
      t.index(['search', 'value', 'application_id'])
    })
    // what must not come twice: titles and numbers without blanks and case, as digests
    this.schema.createTable('application_marks', (t) => {
      t.bigInteger('application_id').unsigned().notNullable().references('applications.id')
      t.string('kind', 12).notNullable()
      t.specificType('digest', 'binary(16)').notNullable()
      t.string('text', 160).notNullable()
      t.primary(['application_id', 'kind', 'digest'])
      t.index(['kind', 'digest', 'application_id'])
    })
    this.schema.alterTable('applications', (t) => {
      t.index(['person_id', 'id'])
      t.index(['specialty_code', 'id'])
      t.index(['title_code', 'id'])
    })
    this.schema.alterTable('work_items', (t) => {
      // the stuck cases of all bodies
      t.index(['status', 'organization_id', 'created_at'])
      // a desk whose reader has several roles
      t.index(['organization_id', 'status', 'id'])
    })
    // an opinion given to many cases at once; the job carries its id alone
    this.schema.createTable('review_orders', (t) => {
      t.bigIncrements('id')
      t.bigInteger('account_id').unsigned().notNullable()
      t.string('decision', 12).notNullable()
      t.string('opinion', 1000).notNullable()
      t.json('fields').notNullable()
      t.json('application_ids').notNullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
    })
    this.schema.createTable('report_templates', (t) => {
      t.bigIncrements('id')
      t.bigInteger('organization_id').unsigned().notNullable().references('organizations.id')
      t.smallint('year').unsigned().notNullable()
      t.string('name', 60).notNullable()
      // [{source, title}] in their order
      t.json('columns').notNullable()
      t.boolean('is_default').notNullable().defaultTo(false)
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('updated_at', { precision: 3 }).nullable()
      t.unique(['organization_id', 'year', 'name'])
    })
    this.schema.createTable('post_quotas', (t) => {
      t.bigIncrements('id')
      t.smallint('year').unsigned().notNullable()
      t.bigInteger('organization_id').unsigned().notNullable().references('organizations.id')
      t.bigInteger('reviewer_id').unsigned().notNullable().references('organizations.id')
      t.string('series_code', 12).notNullable()
      t.string('specialty_code', 40).notNullable()
      t.string('specialty_name', 100).notNullable()
      t.string('kind', 40).notNullable()
      t.integer('approved_total').unsigned().notNullable()
      t.integer('asked').unsigned().notNullable()
      t.integer('materials').unsigned().notNullable()
      // {category: posts}
      t.json('posts').notNullable()
      t.string('status', 12).notNullable().defaultTo('submitted')
      t.string('opinion', 500).nullable()
      t.string('decided_by', 80).nullable()
      t.timestamp('decided_at', { precision: 3 }).nullable()
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('updated_at', { precision: 3 }).nullable()
      t.unique(['organization_id', 'year', 'series_code', 'specialty_code'], {
        indexName: 'post_quotas_once_a_year',
      })
      t.index(['reviewer_id', 'status', 'id'])
      t.index(['status', 'id'])
      t.check("status in ('submitted','approved','refused')", [], 'post_quotas_status_known')
    })
  }

  async down() {
    for (const name of [
      'post_quotas',
      'report_templates',
      'review_orders',
      'application_marks',
      'application_terms',
    ])
      this.schema.dropTable(name)
    this.schema.alterTable('work_items', (t) => {
      t.dropIndex(['status', 'organization_id', 'created_at'])
      t.dropIndex(['organization_id', 'status', 'id'])
    })
    this.schema.alterTable('applications', (t) => {
      t.dropIndex(['person_id', 'id'])
      t.dropIndex(['specialty_code', 'id'])
      t.dropIndex(['title_code', 'id'])
    })
  }
}
