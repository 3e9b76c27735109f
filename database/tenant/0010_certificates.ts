import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('certificates', (t) => {
      // made again after a misprint or a revocation under the same number
      t.smallint('revision').unsigned().notNullable().defaultTo(1)
      t.bigInteger('replaces_id').unsigned().nullable()
      // the body that makes the file
      t.bigInteger('organization_id').unsigned().nullable()
      // why it could not be made
      t.string('failure', 500).nullable()
      t.timestamp('revoked_at', { precision: 3 }).nullable()
      t.unique(['application_id', 'kind', 'revision'])
      t.index(['organization_id', 'status', 'id'])
      t.index(['digest'])
    })
    // a form with many papers is longer than 64 KiB
    this.schema.raw('alter table certificates modify data_sealed mediumblob not null')
    this.schema.alterTable('certificates', (t) =>
      t.dropUnique(['application_id', 'kind', 'number'])
    )
  }

  async down() {
    this.schema.alterTable('certificates', (t) => t.unique(['application_id', 'kind', 'number']))
    this.schema.alterTable('certificates', (t) => {
      t.dropUnique(['application_id', 'kind', 'revision'])
      t.dropIndex(['organization_id', 'status', 'id'])
      t.dropIndex(['digest'])
      t.dropColumns('revision', 'replaces_id', 'organization_id', 'failure', 'revoked_at')
    })
  }
}
