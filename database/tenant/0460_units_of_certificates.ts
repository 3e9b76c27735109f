import { BaseSchema } from '@adonisjs/lucid/schema'

/** The unit a certificate says, which a correction changes and the application does not know: it is found by it (HU-66). */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('certificates', (t) => {
      t.string('unit_name', 150).nullable()
      t.index(['unit_name', 'id'])
    })
    this.schema.raw(
      `update certificates c
         left join applications a on a.id = c.application_id
         left join organizations o on o.id = a.organization_id
         left join imported_certificates i on i.certificate_id = c.id
          set c.unit_name = left(coalesce(json_value(c.public_data, '$.unit'), i.unit_name, o.name), 150)
        where c.kind = 'certificate'`
    )
  }

  async down() {
    this.schema.alterTable('certificates', (t) => {
      t.dropIndex(['unit_name', 'id'])
      t.dropColumn('unit_name')
    })
  }
}
