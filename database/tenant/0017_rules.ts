import { BaseSchema } from '@adonisjs/lucid/schema'

/** Drafts of rulesets and what they would change for real cases. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('ruleset_drafts', (t) => {
      t.bigIncrements('id')
      t.string('name', 100).notNullable()
      // the published rules it began from; null where it began from the plugin or a file
      t.bigInteger('base_id').unsigned().nullable().references('rulesets.id')
      t.string('origin', 150).notNullable()
      t.json('document').notNullable()
      t.json('words').notNullable()
      t.json('templates').notNullable()
      // open | published | discarded
      t.string('status', 12).notNullable().defaultTo('open')
      t.bigInteger('ruleset_id').unsigned().nullable().references('rulesets.id')
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.string('created_by', 80).notNullable()
      t.string('updated_by', 80).notNullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('updated_at', { precision: 3 }).notNullable()
      t.index(['status', 'id'])
      t.check("status in ('open','published','discarded')", [], 'ruleset_drafts_status_known')
    })
    this.schema.createTable('ruleset_simulations', (t) => {
      t.bigIncrements('id')
      t.bigInteger('draft_id').unsigned().notNullable().references('ruleset_drafts.id')
      t.integer('draft_version').unsigned().notNullable()
      t.bigInteger('ruleset_id').unsigned().notNullable().references('rulesets.id')
      t.integer('sample').unsigned().notNullable()
      t.integer('cases').unsigned().notNullable().defaultTo(0)
      t.integer('changed').unsigned().notNullable().defaultTo(0)
      // aspect → number of cases that differ in it
      t.json('counts').notNullable()
      t.string('created_by', 80).notNullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('finished_at', { precision: 3 }).nullable()
      t.index(['draft_id', 'id'])
    })
    this.schema.createTable('ruleset_simulation_cases', (t) => {
      t.bigIncrements('id')
      t.bigInteger('simulation_id')
        .unsigned()
        .notNullable()
        .references('ruleset_simulations.id')
        .onDelete('CASCADE')
      t.bigInteger('application_id').unsigned().notNullable().references('applications.id')
      // the first aspect that differs, for the filter of the list
      t.string('aspect', 20).notNullable()
      t.json('changes').notNullable()
      t.unique(['simulation_id', 'application_id'])
      t.index(['simulation_id', 'aspect', 'id'])
    })
  }

  async down() {
    for (const name of ['ruleset_simulation_cases', 'ruleset_simulations', 'ruleset_drafts'])
      this.schema.dropTable(name)
  }
}
