import { BaseSchema } from '@adonisjs/lucid/schema'

/** Printers with the offsets that were measured on them, and what was printed on stock (HN-41). */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('printers', (t) => {
      t.bigIncrements('id')
      t.bigInteger('organization_id').unsigned().notNullable().references('organizations.id')
      t.string('name', 60).notNullable()
      // millimetres to the right and down
      t.decimal('dx', 5, 1).notNullable()
      t.decimal('dy', 5, 1).notNullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('updated_at', { precision: 3 }).nullable()
      t.unique(['organization_id', 'name'])
    })
    this.schema.createTable('certificate_prints', (t) => {
      t.bigIncrements('id')
      t.bigInteger('certificate_id').unsigned().notNullable().references('certificates.id')
      t.string('printer', 60).notNullable()
      t.string('actor_name', 60).notNullable()
      t.timestamp('at', { precision: 3 }).notNullable()
      t.index(['certificate_id', 'id'])
    })
    this.schema.alterTable('certificates', (t) => {
      t.smallint('print_count').unsigned().notNullable().defaultTo(0)
      t.timestamp('printed_at', { precision: 3 }).nullable()
    })
  }

  async down() {
    this.schema.alterTable('certificates', (t) => t.dropColumns('print_count', 'printed_at'))
    for (const name of ['certificate_prints', 'printers']) this.schema.dropTable(name)
  }
}
