import { BaseSchema } from '@adonisjs/lucid/schema'

/** Filing of committees, review and credit of experts, review of plans, draws with their reserves, interviews. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('committees', (t) => {
      // number under which the committee is filed (R3)
      t.string('filing_number', 60).nullable()
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.index(['status', 'valid_until', 'id'])
    })
    this.schema.alterTable('experts', (t) => {
      // his unit, where it is a body of this province
      t.bigInteger('organization_id').unsigned().nullable().references('organizations.id')
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.timestamp('submitted_at', { precision: 3 }).nullable()
      t.index(['name', 'id'])
    })
    this.schema.alterTable('committee_experts', (t) => {
      t.index(['expert_id', 'committee_id'])
    })
    this.schema.createTable('expert_events', (t) => {
      t.bigIncrements('id')
      t.bigInteger('expert_id').unsigned().notNullable().references('experts.id')
      t.string('kind', 20).notNullable()
      t.string('text', 1000).nullable()
      t.string('actor_name', 80).notNullable()
      t.timestamp('at', { precision: 3 }).notNullable()
      t.index(['expert_id', 'id'])
    })
    // violations of experts: while one stands he is neither drawn nor seated (R40)
    this.schema.createTable('expert_credits', (t) => {
      t.bigIncrements('id')
      t.bigInteger('expert_id').unsigned().notNullable().references('experts.id')
      t.string('reason', 500).notNullable()
      t.date('starts_on').notNullable()
      t.date('ends_on').notNullable()
      t.string('recorded_by', 80).notNullable()
      t.date('released_on').nullable()
      t.string('release_reason', 500).nullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.index(['expert_id', 'ends_on'])
    })
    this.schema.alterTable('plans', (t) => {
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.string('submitted_by', 80).nullable()
      // who takes part, as it stood when the plan was handed in
      t.json('participants').nullable()
      t.timestamp('sheet_submitted_at', { precision: 3 }).nullable()
    })
    this.schema.createTable('plan_events', (t) => {
      t.bigIncrements('id')
      t.bigInteger('plan_id').unsigned().notNullable().references('plans.id')
      t.string('kind', 20).notNullable()
      t.string('text', 1000).nullable()
      t.string('actor_name', 80).notNullable()
      t.timestamp('at', { precision: 3 }).notNullable()
      t.index(['plan_id', 'id'])
    })
    this.schema.alterTable('draws', (t) => {
      t.integer('number').unsigned().notNullable().defaultTo(1)
      t.timestamp('revealed_at', { precision: 3 }).nullable()
      t.unique(['meeting_id', 'number'])
    })
    this.schema.alterTable('meeting_members', (t) => {
      t.bigInteger('draw_id').unsigned().nullable().references('draws.id')
      // row of the plan's expert needs he was drawn for, from 0
      t.smallint('need').unsigned().nullable()
    })
    this.schema.alterTable('meeting_cases', (t) => {
      t.timestamp('notified_at', { precision: 3 }).nullable()
    })
  }

  async down() {
    this.schema.alterTable('meeting_cases', (t) => t.dropColumn('notified_at'))
    this.schema.alterTable('meeting_members', (t) => {
      t.dropForeign('draw_id')
      t.dropColumns('draw_id', 'need')
    })
    this.schema.alterTable('draws', (t) => {
      t.dropUnique(['meeting_id', 'number'])
      t.dropColumns('number', 'revealed_at')
    })
    this.schema.dropTable('plan_events')
    this.schema.alterTable('plans', (t) =>
      t.dropColumns('version', 'submitted_by', 'participants', 'sheet_submitted_at')
    )
    this.schema.dropTable('expert_credits')
    this.schema.dropTable('expert_events')
    this.schema.alterTable('committee_experts', (t) => t.dropIndex(['expert_id', 'committee_id']))
    this.schema.alterTable('experts', (t) => {
      t.dropForeign('organization_id')
      t.dropIndex(['name', 'id'])
      t.dropColumns('organization_id', 'version', 'submitted_at')
    })
    this.schema.alterTable('committees', (t) => {
      t.dropIndex(['status', 'valid_until', 'id'])
      t.dropColumns('filing_number', 'version')
    })
  }
}
