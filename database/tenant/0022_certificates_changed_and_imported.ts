import { BaseSchema } from '@adonisjs/lucid/schema'

/** Changes of certificates that a second person agrees to, and certificates taken in from Excel (HU-65, HU-69). */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('certificate_changes', (t) => {
      t.bigIncrements('id')
      t.bigInteger('certificate_id').unsigned().notNullable().references('certificates.id')
      t.bigInteger('organization_id').unsigned().nullable()
      t.string('kind', 8).notNullable()
      t.string('reason', 300).notNullable()
      // what shall stand on the paper instead
      t.binary('corrections_sealed').nullable()
      t.string('status', 10).notNullable().defaultTo('proposed')
      t.bigInteger('proposed_by').unsigned().notNullable()
      t.string('proposer', 60).notNullable()
      t.string('decider', 60).nullable()
      t.string('opinion', 300).nullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('decided_at', { precision: 3 }).nullable()
      t.index(['organization_id', 'status', 'id'])
      t.index(['certificate_id', 'id'])
      t.check("kind in ('revoke','reissue','correct')", [], 'certificate_changes_kind_known')
      t.check("status in ('proposed','approved','refused')", [], 'certificate_changes_status_known')
    })
    this.schema.alterTable('certificates', (t) => {
      t.bigInteger('application_id').unsigned().nullable().alter()
    })
    // the person and the result of one that has no application here
    this.schema.createTable('imported_certificates', (t) => {
      t.bigInteger('certificate_id').unsigned().primary().references('certificates.id')
      t.string('number', 60).notNullable()
      // of the first of its number: no second row may bring it
      t.string('first_number', 60).nullable().unique()
      t.bigInteger('person_id').unsigned().notNullable().references('people.id')
      t.string('person_name', 60).notNullable()
      t.string('unit_name', 150).notNullable()
      t.string('specialty_name', 100).nullable()
      t.string('title_name', 60).notNullable()
      t.string('level', 24).notNullable()
      t.index(['number'])
      t.index(['person_id'])
      t.index(['person_name', 'certificate_id'])
    })
  }

  async down() {
    this.schema.dropTable('imported_certificates')
    this.schema.dropTable('certificate_changes')
  }
}
