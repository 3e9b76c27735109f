import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('committees', (t) => {
      t.bigIncrements('id')
      t.string('code', 40).notNullable().unique()
      t.string('name', 150).notNullable()
      t.string('level', 24).notNullable()
      t.string('series_code', 12).notNullable().index()
      // the body that set it up and keeps its office (承办部门)
      t.bigInteger('organization_id').unsigned().notNullable().references('organizations.id')
      // the node of the approval network that stands for the committee
      t.bigInteger('office_id').unsigned().nullable().references('organizations.id')
      t.integer('size').unsigned().notNullable()
      t.date('valid_from').notNullable()
      t.date('valid_until').notNullable()
      t.string('status', 12).notNullable().defaultTo('active')
      t.timestamp('created_at', { precision: 3 }).notNullable()
    })
    this.schema.createTable('committee_specialties', (t) => {
      t.bigInteger('committee_id').unsigned().notNullable().references('committees.id')
      t.string('specialty_code', 40).notNullable()
      t.primary(['committee_id', 'specialty_code'])
    })
    this.schema.createTable('experts', (t) => {
      t.bigIncrements('id')
      t.bigInteger('person_id').unsigned().notNullable().unique().references('people.id')
      t.string('name', 60).notNullable()
      t.string('sex', 8).nullable()
      t.string('unit_name', 150).notNullable()
      t.string('title_name', 60).notNullable()
      t.string('title_level', 24).notNullable()
      t.string('specialty_name', 100).notNullable()
      t.json('profile').notNullable()
      t.string('status', 12).notNullable().defaultTo('draft')
      t.timestamp('pledged_at', { precision: 3 }).nullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('updated_at', { precision: 3 }).nullable()
    })
    this.schema.createTable('committee_experts', (t) => {
      t.bigInteger('committee_id').unsigned().notNullable().references('committees.id')
      t.bigInteger('expert_id').unsigned().notNullable().references('experts.id')
      t.date('term_until').notNullable()
      t.primary(['committee_id', 'expert_id'])
    })
    this.schema.createTable('meetings', (t) => {
      t.bigIncrements('id')
      t.string('name', 100).notNullable()
      t.bigInteger('committee_id').unsigned().notNullable().references('committees.id')
      t.bigInteger('batch_id').unsigned().notNullable().references('batches.id')
      t.bigInteger('ruleset_id').unsigned().notNullable().references('rulesets.id')
      t.string('review_mode', 40).notNullable()
      t.string('flow', 12).notNullable().defaultTo('online')
      t.timestamp('starts_at').notNullable()
      t.timestamp('ends_at').notNullable()
      t.string('place', 200).notNullable()
      t.string('staff', 200).nullable()
      t.string('note', 500).nullable()
      // preparing | in_session | reported | closed
      t.string('status', 12).notNullable().defaultTo('preparing')
      t.bigInteger('minutes_file_id').unsigned().nullable()
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('updated_at', { precision: 3 }).nullable()
      t.index(['committee_id', 'status', 'id'])
    })
    this.schema.createTable('plans', (t) => {
      t.bigIncrements('id')
      t.bigInteger('meeting_id').unsigned().notNullable().unique().references('meetings.id')
      t.string('kind', 12).notNullable().defaultTo('normal')
      t.string('flow', 12).notNullable().defaultTo('online')
      t.text('content').notNullable()
      t.json('expert_needs').notNullable()
      t.json('sheet').notNullable()
      t.string('status', 12).notNullable().defaultTo('draft')
      t.string('opinion', 1000).nullable()
      t.string('decided_by', 80).nullable()
      t.timestamp('decided_at', { precision: 3 }).nullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('updated_at', { precision: 3 }).nullable()
      t.index(['status', 'kind', 'id'])
    })
    this.schema.createTable('meeting_groups', (t) => {
      t.bigIncrements('id')
      t.bigInteger('meeting_id').unsigned().notNullable().references('meetings.id')
      t.string('name', 60).notNullable()
      t.integer('size').unsigned().notNullable()
      t.unique(['meeting_id', 'name'])
    })
    this.schema.createTable('meeting_members', (t) => {
      t.bigIncrements('id')
      t.bigInteger('meeting_id').unsigned().notNullable().references('meetings.id')
      t.bigInteger('expert_id').unsigned().notNullable().references('experts.id')
      t.bigInteger('account_id').unsigned().nullable()
      t.bigInteger('group_id').unsigned().nullable().references('meeting_groups.id')
      t.boolean('in_plenary').notNullable().defaultTo(true)
      // chair | vice_chair | null; leader and reporter beside it
      t.string('office', 12).nullable()
      t.boolean('is_leader').notNullable().defaultTo(false)
      t.boolean('is_reporter').notNullable().defaultTo(false)
      // drawn | reserve | active | refused | absent | withdrawn
      t.string('status', 12).notNullable().defaultTo('active')
      t.string('reason', 300).nullable()
      t.unique(['meeting_id', 'expert_id'])
      t.index(['account_id'])
    })
    this.schema.createTable('draws', (t) => {
      t.bigIncrements('id')
      t.bigInteger('meeting_id').unsigned().notNullable().references('meetings.id')
      // SHA-256 of the secret, stored before the pool is frozen; the secret is published afterwards
      t.string('commitment', 64).notNullable()
      t.binary('secret_sealed', 255).notNullable()
      t.string('secret_revealed', 64).nullable()
      t.json('pool').nullable()
      t.json('drawn').nullable()
      t.json('filter').notNullable()
      t.string('status', 12).notNullable().defaultTo('committed')
      t.timestamp('committed_at', { precision: 3 }).notNullable()
      t.timestamp('drawn_at', { precision: 3 }).nullable()
    })
    this.schema.createTable('avoidances', (t) => {
      t.bigIncrements('id')
      t.bigInteger('meeting_id').unsigned().notNullable().references('meetings.id')
      t.bigInteger('member_id').unsigned().notNullable().references('meeting_members.id')
      t.bigInteger('application_id').unsigned().notNullable().references('applications.id')
      t.string('kind', 20).notNullable()
      t.string('reason', 300).notNullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.unique(['member_id', 'application_id'])
    })
    this.schema.createTable('meeting_cases', (t) => {
      t.bigIncrements('id')
      t.bigInteger('meeting_id').unsigned().notNullable().references('meetings.id')
      t.bigInteger('application_id').unsigned().notNullable().references('applications.id')
      t.bigInteger('group_id').unsigned().nullable().references('meeting_groups.id')
      t.integer('number').unsigned().notNullable()
      t.bigInteger('lead_id').unsigned().nullable().references('meeting_members.id')
      t.bigInteger('second_id').unsigned().nullable().references('meeting_members.id')
      t.text('questions').nullable()
      t.string('room', 40).nullable()
      t.integer('interview_order').unsigned().nullable()
      // passed | not_passed | null
      t.string('group_outcome', 12).nullable()
      t.string('group_opinion', 1000).nullable()
      t.json('group_tally').nullable()
      t.string('plenary_outcome', 12).nullable()
      t.json('plenary_tally').nullable()
      t.string('remark', 1000).nullable()
      // hundredths of a point, whole number
      t.integer('score').nullable()
      // stage id -> done marker of stages that are per case
      t.json('progress').notNullable()
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.unique(['meeting_id', 'application_id'])
      t.index(['meeting_id', 'group_id', 'number'])
      t.index(['application_id'])
    })
    // state of a stage that is per scope: switches, rolls, confirmations
    this.schema.createTable('stage_states', (t) => {
      t.bigIncrements('id')
      t.bigInteger('meeting_id').unsigned().notNullable().references('meetings.id')
      t.string('stage', 40).notNullable()
      // 0 = plenary
      t.bigInteger('group_id').unsigned().notNullable().defaultTo(0)
      t.string('status', 12).notNullable().defaultTo('waiting')
      t.json('detail').notNullable()
      t.timestamp('opened_at', { precision: 3 }).nullable()
      t.timestamp('closed_at', { precision: 3 }).nullable()
      t.unique(['meeting_id', 'stage', 'group_id'])
    })
    this.schema.createTable('scores', (t) => {
      t.bigIncrements('id')
      t.bigInteger('case_id').unsigned().notNullable().references('meeting_cases.id')
      t.bigInteger('member_id').unsigned().notNullable().references('meeting_members.id')
      t.string('stage', 40).notNullable()
      t.json('items').notNullable()
      // hundredths of a point
      t.integer('total').notNullable()
      t.string('remark', 1000).nullable()
      t.timestamp('saved_at', { precision: 3 }).notNullable()
      t.unique(['case_id', 'member_id', 'stage'])
    })
    // named advice: provisional votes and the group's named votes (design §10.1)
    this.schema.createTable('advices', (t) => {
      t.bigIncrements('id')
      t.bigInteger('case_id').unsigned().notNullable().references('meeting_cases.id')
      t.bigInteger('member_id').unsigned().notNullable().references('meeting_members.id')
      t.string('stage', 40).notNullable()
      t.string('choice', 8).notNullable()
      t.string('opinion', 1000).nullable()
      t.boolean('is_final').notNullable().defaultTo(false)
      t.timestamp('saved_at', { precision: 3 }).notNullable()
      t.unique(['case_id', 'member_id', 'stage'])
      t.check("choice in ('yes','no','abstain')", [], 'advices_choice_known')
    })
    this.schema.createTable('ballots', (t) => {
      t.bigIncrements('id')
      t.bigInteger('meeting_id').unsigned().notNullable().references('meetings.id')
      t.string('stage', 40).notNullable()
      t.bigInteger('group_id').unsigned().notNullable().defaultTo(0)
      t.string('status', 8).notNullable().defaultTo('open')
      t.integer('members').unsigned().notNullable()
      t.integer('roll').unsigned().notNullable()
      t.integer('quorum').unsigned().notNullable()
      t.timestamp('opened_at', { precision: 3 }).notNullable()
      t.timestamp('closed_at', { precision: 3 }).nullable()
      t.index(['meeting_id', 'stage', 'group_id'])
    })
    this.schema.createTable('ballot_roll', (t) => {
      t.bigInteger('ballot_id').unsigned().notNullable().references('ballots.id')
      t.bigInteger('member_id').unsigned().notNullable().references('meeting_members.id')
      t.primary(['ballot_id', 'member_id'])
    })
    // who took part: no choice, no time, no order
    this.schema.createTable('ballot_participations', (t) => {
      t.bigInteger('ballot_id').unsigned().notNullable().references('ballots.id')
      t.bigInteger('case_id').unsigned().notNullable().references('meeting_cases.id')
      t.bigInteger('member_id').unsigned().notNullable().references('meeting_members.id')
      t.primary(['ballot_id', 'case_id', 'member_id'])
    })
    // what was chosen: a random key orders the table, nothing points to a person or a time (design §6)
    this.schema.createTable('ballot_papers', (t) => {
      t.specificType('key', 'binary(16)').notNullable().primary()
      t.bigInteger('ballot_id').unsigned().notNullable().references('ballots.id')
      t.bigInteger('case_id').unsigned().notNullable().references('meeting_cases.id')
      t.string('choice', 8).notNullable()
      t.check("choice in ('yes','no','abstain')", [], 'ballot_papers_choice_known')
    })
    this.schema.createTable('expert_opinions', (t) => {
      t.bigIncrements('id')
      t.bigInteger('case_id').unsigned().notNullable().references('meeting_cases.id')
      t.bigInteger('member_id').unsigned().notNullable().references('meeting_members.id')
      t.string('stage', 40).notNullable()
      t.string('decision', 12).nullable()
      t.string('text', 2000).notNullable()
      t.timestamp('saved_at', { precision: 3 }).notNullable()
      t.unique(['case_id', 'member_id', 'stage'])
    })
  }

  async down() {
    for (const name of [
      'expert_opinions',
      'ballot_papers',
      'ballot_participations',
      'ballot_roll',
      'ballots',
      'advices',
      'scores',
      'stage_states',
      'meeting_cases',
      'avoidances',
      'draws',
      'meeting_members',
      'meeting_groups',
      'plans',
      'meetings',
      'committee_experts',
      'experts',
      'committee_specialties',
      'committees',
    ])
      this.schema.dropTable(name)
  }
}
