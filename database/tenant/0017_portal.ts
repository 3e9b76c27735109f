import { BaseSchema } from '@adonisjs/lucid/schema'

/** What the tenant's administrator tells the public: notices, help, files to download. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('notices', (t) => {
      // draft | published | withdrawn
      t.string('status', 12).notNullable().defaultTo('published')
      t.boolean('pinned').notNullable().defaultTo(false)
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.string('updated_by', 80).nullable()
      t.index(['status', 'pinned', 'published_at'])
    })
    this.schema.createTable('help_pages', (t) => {
      t.bigIncrements('id')
      t.string('title', 150).notNullable()
      t.text('body').notNullable()
      t.string('status', 12).notNullable().defaultTo('published')
      t.boolean('pinned').notNullable().defaultTo(false)
      t.integer('version').unsigned().notNullable().defaultTo(1)
      t.string('updated_by', 80).nullable()
      t.timestamp('published_at', { precision: 3 }).notNullable()
      t.index(['status', 'pinned', 'id'])
    })
    this.schema.createTable('downloads', (t) => {
      t.bigIncrements('id')
      t.string('title', 150).notNullable()
      t.string('note', 300).nullable()
      t.bigInteger('file_id').unsigned().notNullable().references('files.id')
      t.string('status', 12).notNullable().defaultTo('published')
      t.string('updated_by', 80).nullable()
      t.timestamp('published_at', { precision: 3 }).notNullable()
      t.index(['status', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('downloads')
    this.schema.dropTable('help_pages')
    this.schema.alterTable('notices', (t) => {
      t.dropIndex(['status', 'pinned', 'published_at'])
      t.dropColumns('status', 'pinned', 'version', 'updated_by')
    })
  }
}
