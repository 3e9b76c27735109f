import { BaseSchema } from '@adonisjs/lucid/schema'

/** A provisional vote before a secret one keeps that it was given; what was meant goes when the vote opens. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('advices', (t) => {
      t.setNullable('choice')
    })
  }

  async down() {
    this.defer(async (db) => {
      await db.from('advices').whereNull('choice').delete()
    })
    this.schema.alterTable('advices', (t) => {
      t.dropNullable('choice')
    })
  }
}
