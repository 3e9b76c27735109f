import { BaseSchema } from '@adonisjs/lucid/schema'

/** Imports from Excel: what was sent, how each row was judged, what became of it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('imports', (t) => {
      t.bigIncrements('id')
      t.string('kind', 40).notNullable()
      t.json('options').notNullable()
      t.string('file_name', 200).notNullable()
      // the stored upload; gone once the rows are read
      t.string('file_key', 80).nullable()
      // checking | checked | committing | committed | failed
      t.string('status', 12).notNullable().defaultTo('checking')
      t.integer('total').unsigned().notNullable().defaultTo(0)
      t.integer('good').unsigned().notNullable().defaultTo(0)
      t.integer('bad').unsigned().notNullable().defaultTo(0)
      t.integer('committed').unsigned().notNullable().defaultTo(0)
      t.string('fault', 500).nullable()
      t.bigInteger('account_id').unsigned().notNullable()
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('finished_at', { precision: 3 }).nullable()
      t.index(['account_id', 'kind', 'id'])
      t.check(
        "status in ('checking','checked','committing','committed','failed')",
        [],
        'imports_status_known'
      )
    })
    this.schema.createTable('import_rows', (t) => {
      t.bigInteger('import_id').unsigned().notNullable().references('imports.id')
      // row of the sheet, from 1 as Excel counts
      t.integer('number').unsigned().notNullable()
      // good | bad | committed | refused
      t.string('status', 10).notNullable()
      // what stood in the row and what it means: sealed, ID numbers are among it
      t.specificType('sealed', 'mediumblob').nullable()
      t.string('reason', 500).nullable()
      t.primary(['import_id', 'number'])
      t.index(['import_id', 'status', 'number'])
    })
  }

  async down() {
    this.schema.dropTable('import_rows')
    this.schema.dropTable('imports')
  }
}
