import { BaseSchema } from '@adonisjs/lucid/schema'

/** A recognition that was entered wrongly and taken back may be entered again: only what stands is there once (HN-31). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      "alter table recognitions add column standing tinyint as (if(status = 'recorded', 1, null)) stored"
    )
    this.schema.alterTable('recognitions', (t) => {
      t.dropUnique(['qualification_number', 'person_id', 'title_name'])
      t.unique(['qualification_number', 'person_id', 'title_name', 'standing'], {
        indexName: 'recognitions_standing_once',
      })
    })
  }

  async down() {
    this.schema.alterTable('recognitions', (t) => {
      t.dropUnique([], 'recognitions_standing_once')
      t.unique(['qualification_number', 'person_id', 'title_name'])
    })
    this.schema.raw('alter table recognitions drop column standing')
  }
}
