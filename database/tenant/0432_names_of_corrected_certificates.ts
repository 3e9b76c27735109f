import { BaseSchema } from '@adonisjs/lucid/schema'

/** A corrected certificate bears another name than its application, or than it bore before: it is found by either (HU-65). */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('certificates', (t) => {
      t.string('also_called', 60).nullable()
      t.index(['also_called', 'id'])
    })
    // those corrected before: their names stand among what everybody may verify
    this.schema.raw(
      `update certificates c join applications a on a.id = c.application_id
       set c.also_called = left(json_value(c.public_data, '$.name'), 60)
       where c.kind = 'certificate' and c.revision > 1 and json_value(c.public_data, '$.name') <> a.person_name`
    )
  }

  async down() {
    this.schema.alterTable('certificates', (t) => {
      t.dropIndex(['also_called', 'id'])
      t.dropColumn('also_called')
    })
  }
}
