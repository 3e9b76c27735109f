import { BaseSchema } from '@adonisjs/lucid/schema'

/** Registers an administrator keeps: the catalogue, receiving bodies, issuing codes, committees, the blacklist. */
export default class extends BaseSchema {
  async up() {
    for (const table of ['specialties', 'titles'])
      this.schema.alterTable(table, (t) => {
        // a row an administrator changed is no longer brought up to date from the plugin
        t.timestamp('edited_at', { precision: 3 }).nullable()
        t.index(['name'])
      })
    this.schema.createTable('receiving_bodies', (t) => {
      t.bigIncrements('id')
      t.bigInteger('organization_id').unsigned().notNullable().references('organizations.id')
      t.string('level', 24).notNullable()
      t.string('acquisition', 40).notNullable()
      t.string('printed_name', 150).notNullable()
      t.text('notice').nullable()
      t.string('contact', 60).nullable()
      t.string('phone', 30).nullable()
      t.string('address', 200).nullable()
      t.string('status', 12).notNullable().defaultTo('active')
      t.string('reason', 300).nullable()
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('updated_at', { precision: 3 }).nullable()
      t.unique(['organization_id', 'level', 'acquisition'])
      t.index(['acquisition', 'level', 'status', 'id'])
      t.index(['status', 'id'])
      t.check("status in ('active','cancelled')", [], 'receiving_bodies_status_known')
    })
    this.schema.createTable('issuing_codes', (t) => {
      t.bigIncrements('id')
      t.string('code', 12).notNullable()
      t.bigInteger('organization_id').unsigned().notNullable().references('organizations.id')
      t.string('status', 12).notNullable().defaultTo('active')
      t.string('reason', 300).nullable()
      // equal codes and two codes of one body are refused while they are in use
      t.specificType('active_code', "varchar(12) as (if(status = 'active', code, null)) persistent")
      t.specificType(
        'active_organization_id',
        "bigint unsigned as (if(status = 'active', organization_id, null)) persistent"
      )
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('updated_at', { precision: 3 }).nullable()
      t.unique(['active_code'])
      t.unique(['active_organization_id'])
      t.index(['status', 'id'])
      t.index(['code'])
      t.check("status in ('active','cancelled')", [], 'issuing_codes_status_known')
    })
    this.schema.raw(
      'insert ignore into issuing_codes (code, organization_id, created_at) select issuer_code, id, now(3) from organizations where issuer_code is not null order by id'
    )
    this.schema.alterTable('path_links', (t) => {
      // '' = every level
      t.string('level', 24).notNullable().defaultTo('')
      // which end asked for the link; the other end confirms it
      t.string('proposed_by', 8).notNullable().defaultTo('upper')
      t.string('reason', 300).nullable()
      t.timestamp('updated_at', { precision: 3 }).nullable()
      t.unique(['path_set', 'lower_id', 'upper_id', 'level'])
      t.dropUnique(['path_set', 'lower_id', 'upper_id'])
      t.index(['lower_id', 'path_set', 'status'])
      t.index(['path_set', 'status', 'id'])
      t.check(
        "status in ('proposed','confirmed','refused','cancelled')",
        [],
        'path_links_status_known'
      )
      t.check("proposed_by in ('upper','lower','admin')", [], 'path_links_end_known')
    })
    this.schema.alterTable('committees', (t) => {
      t.string('contact_name', 60).nullable()
      t.bigInteger('contact_person_id').unsigned().nullable().references('people.id')
      t.string('contact_phone', 30).nullable()
      t.string('cancel_reason', 300).nullable()
      t.timestamp('updated_at', { precision: 3 }).nullable()
      t.index(['status', 'id'])
      t.index(['name'])
    })
    this.schema.createTable('committee_founders', (t) => {
      t.bigInteger('committee_id').unsigned().notNullable().references('committees.id')
      t.bigInteger('organization_id').unsigned().notNullable().references('organizations.id')
      t.primary(['committee_id', 'organization_id'])
    })
    this.schema.createTable('committee_fees', (t) => {
      t.bigIncrements('id')
      t.bigInteger('committee_id').unsigned().notNullable().references('committees.id')
      t.string('item', 40).notNullable()
      // fen, whole number
      t.integer('amount').unsigned().notNullable()
      t.unique(['committee_id', 'item'])
    })
    this.schema.createTable('blacklist_entries', (t) => {
      t.bigIncrements('id')
      t.bigInteger('person_id').unsigned().notNullable().references('people.id')
      t.string('person_name', 60).notNullable()
      t.string('reason', 500).notNullable()
      t.string('basis', 200).nullable()
      t.date('starts_on').notNullable()
      // last day of the block; without it the block lasts until it is lifted
      t.date('ends_on').nullable()
      t.string('status', 12).notNullable().defaultTo('listed')
      t.string('release_reason', 500).nullable()
      t.string('listed_by', 80).notNullable()
      t.string('released_by', 80).nullable()
      t.specificType(
        'listed_person_id',
        "bigint unsigned as (if(status = 'listed', person_id, null)) persistent"
      )
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('updated_at', { precision: 3 }).nullable()
      t.timestamp('released_at', { precision: 3 }).nullable()
      t.unique(['listed_person_id'])
      t.index(['person_id', 'status'])
      t.index(['status', 'id'])
      t.index(['person_name', 'id'])
      t.check("status in ('listed','released')", [], 'blacklist_entries_status_known')
    })
    this.schema.createTable('committee_changes', (t) => {
      t.bigIncrements('id')
      t.bigInteger('committee_id').unsigned().notNullable().references('committees.id')
      t.string('reason', 300).notNullable()
      t.json('filters').notNullable()
      t.integer('total').unsigned().notNullable()
      t.bigInteger('account_id').unsigned().nullable()
      t.string('actor_name', 80).notNullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
    })
    this.schema.createTable('committee_change_cases', (t) => {
      t.bigInteger('change_id').unsigned().notNullable().references('committee_changes.id')
      t.bigInteger('application_id').unsigned().notNullable().references('applications.id')
      // waiting | changed | refused
      t.string('status', 8).notNullable().defaultTo('waiting')
      t.string('message', 300).nullable()
      t.primary(['change_id', 'application_id'])
      t.index(['change_id', 'status', 'application_id'])
    })
  }

  async down() {
    for (const name of [
      'committee_change_cases',
      'committee_changes',
      'blacklist_entries',
      'committee_fees',
      'committee_founders',
    ])
      this.schema.dropTable(name)
    this.schema.alterTable('committees', (t) => {
      t.dropForeign('contact_person_id')
      t.dropIndex(['status', 'id'])
      t.dropIndex(['name'])
      t.dropColumns(
        'contact_name',
        'contact_person_id',
        'contact_phone',
        'cancel_reason',
        'updated_at'
      )
    })
    this.schema.raw('alter table path_links drop constraint path_links_status_known')
    this.schema.raw('alter table path_links drop constraint path_links_end_known')
    this.schema.alterTable('path_links', (t) => {
      t.unique(['path_set', 'lower_id', 'upper_id'])
      t.dropUnique(['path_set', 'lower_id', 'upper_id', 'level'])
      t.dropIndex(['path_set', 'status', 'id'])
      t.dropColumns('level', 'proposed_by', 'reason', 'updated_at')
    })
    this.schema.dropTable('issuing_codes')
    this.schema.dropTable('receiving_bodies')
    for (const table of ['specialties', 'titles'])
      this.schema.alterTable(table, (t) => {
        t.dropIndex(['name'])
        t.dropColumn('edited_at')
      })
  }
}
