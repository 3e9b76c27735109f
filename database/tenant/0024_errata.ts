import { BaseSchema } from '@adonisjs/lucid/schema'

/** Errata: a running batch taken over to later rules, after a dry run that says which cases go along. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('ruleset_errata', (t) => {
      t.bigIncrements('id')
      t.bigInteger('batch_id').unsigned().notNullable().references('batches.id')
      t.bigInteger('from_id').unsigned().notNullable().references('rulesets.id')
      t.bigInteger('to_id').unsigned().notNullable().references('rulesets.id')
      t.string('reason', 300).notNullable()
      // checking | checked | applied
      t.string('status', 12).notNullable().defaultTo('checking')
      t.integer('cases').unsigned().notNullable().defaultTo(0)
      t.integer('moving').unsigned().notNullable().defaultTo(0)
      t.integer('changed').unsigned().notNullable().defaultTo(0)
      t.integer('moved').unsigned().notNullable().defaultTo(0)
      t.string('created_by', 80).notNullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.string('applied_by', 80).nullable()
      t.timestamp('applied_at', { precision: 3 }).nullable()
      t.check("status in ('checking','checked','applied')", [], 'ruleset_errata_status_known')
    })
    this.schema.createTable('ruleset_erratum_cases', (t) => {
      t.bigIncrements('id')
      t.bigInteger('erratum_id')
        .unsigned()
        .notNullable()
        .references('ruleset_errata.id')
        .onDelete('CASCADE')
      t.bigInteger('application_id').unsigned().notNullable().references('applications.id')
      // moves | stays
      t.string('verdict', 8).notNullable()
      t.string('reason', 120).notNullable()
      // the version seen in the dry run: what changed since stays as it was
      t.integer('seen_version').unsigned().notNullable()
      t.json('changes').notNullable()
      t.unique(['erratum_id', 'application_id'])
      t.index(['erratum_id', 'verdict', 'id'])
    })
  }

  async down() {
    for (const name of ['ruleset_erratum_cases', 'ruleset_errata']) this.schema.dropTable(name)
  }
}
