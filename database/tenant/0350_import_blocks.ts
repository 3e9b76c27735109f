import { BaseSchema } from '@adonisjs/lucid/schema'

/** Good rows of an import lie together, some hundred in one sealed block; `import_rows` keeps those a person looks at. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('import_blocks', (t) => {
      t.bigInteger('import_id').unsigned().notNullable().references('imports.id')
      // its first row of the sheet
      t.integer('number').unsigned().notNullable()
      t.integer('count').unsigned().notNullable()
      // good | committed
      t.string('status', 10).notNullable()
      // how many of its rows were taken in
      t.integer('taken').unsigned().notNullable().defaultTo(0)
      // numbers, cells and values; gone once they are where they belong
      t.specificType('sealed', 'mediumblob').nullable()
      t.primary(['import_id', 'number'])
      t.index(['import_id', 'status', 'number'])
    })
    // checked under the former layout: their good rows are in no block
    this.defer(async (db) => {
      await db.from('imports').whereIn('status', ['checked', 'committing']).update({
        status: 'failed',
        fault: '系统已升级，请重新上传文件。',
        finished_at: new Date(),
      })
      await db.from('import_rows').whereIn('status', ['good', 'committed']).delete()
    })
  }

  async down() {
    this.schema.dropTable('import_blocks')
  }
}
