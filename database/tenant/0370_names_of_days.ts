import { BaseSchema } from '@adonisjs/lucid/schema'

/** Days of the official years bore the package's English names; an administrator's own stay. */
export default class extends BaseSchema {
  async up() {
    this.defer(async (db) => {
      await db.rawQuery(
        `update work_days set name = case
           when name like '%,%' then concat(substring_index(substring_index(name, ',', 2), ',', -1), if(is_work_day, '调休上班', ''))
           when is_work_day then null else '周末' end
         where source = 'chinese-days'`
      )
    })
  }

  async down() {}
}
