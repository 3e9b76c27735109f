import { BaseSchema } from '@adonisjs/lucid/schema'

/** What lists of a million rows go by: one range of one index each. */
export default class extends BaseSchema {
  async up() {
    // the bodies that see a certificate: who made it, the unit, those on the way
    this.schema.createTable('certificate_readers', (t) => {
      t.bigInteger('organization_id').unsigned().notNullable().references('organizations.id')
      t.bigInteger('certificate_id').unsigned().notNullable()
      t.foreign('certificate_id').references('certificates.id').onDelete('CASCADE')
      t.primary(['organization_id', 'certificate_id'])
    })
    this.schema.alterTable('certificates', (t) => {
      t.index(['organization_id', 'status', 'print_count', 'id'], 'certificates_to_print')
    })
    this.schema.alterTable('applications', (t) => {
      // 年度 + 地市 + 单位名称 + 级别 + 证书编号 (HN-33), as they were when the number was given
      t.string('number_order', 300).nullable()
      t.index(['number_order'], 'applications_by_number_order')
    })
    this.schema.alterTable('audit_entries', (t) => t.index(['request_id']))
    this.schema.raw(
      `insert ignore into certificate_readers (organization_id, certificate_id)
       select c.organization_id, c.id from certificates c where c.kind = 'certificate' and c.organization_id is not null
       union select a.organization_id, c.id from certificates c join applications a on a.id = c.application_id where c.kind = 'certificate'
       union select w.organization_id, c.id from certificates c join work_items w on w.application_id = c.application_id where c.kind = 'certificate'`
    )
    // one row a body and result, whichever of these it has to do with it
    this.schema.raw(
      `insert ignore into result_roles (organization_id, role, application_id, meeting_id, rule)
       select distinct organization_id, 'watcher', application_id, meeting_id, null from result_roles
        where role in ('publisher', 'keeper', 'generator')`
    )
    this.schema.raw(
      `update applications a join batches b on b.id = a.batch_id join organizations o on o.id = a.organization_id
          set a.number_order = concat(lpad(9999 - b.year, 4, '0'), '|', coalesce(o.region_code, ''), '|', o.name, '|',
            field(a.level, 'senior_full', 'senior_associate', 'intermediate', 'junior_assistant', 'junior_technician'), '|', a.certificate_number)
        where a.certificate_number is not null`
    )
  }

  async down() {
    this.schema.raw("delete from result_roles where role = 'watcher'")
    this.schema.alterTable('audit_entries', (t) => t.dropIndex(['request_id']))
    this.schema.alterTable('applications', (t) => {
      t.dropIndex([], 'applications_by_number_order')
      t.dropColumn('number_order')
    })
    this.schema.alterTable('certificates', (t) => t.dropIndex([], 'certificates_to_print'))
    this.schema.dropTable('certificate_readers')
  }
}
