import { BaseSchema } from '@adonisjs/lucid/schema'

/** A page of a desk is one range of one index, however much work lies there. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('work_items', (t) => {
      // the act that made the item: what the upper body sent back is found by it (HU-54)
      t.string('cause', 24).nullable()
    })
    this.schema.raw(
      "alter table work_items add column desk varchar(8) as (if(task = 'qualify', 'qualify', 'review')) persistent"
    )
    this.schema.alterTable('work_items', (t) => {
      t.index(['organization_id', 'role', 'desk', 'status', 'id'], 'work_items_desk')
      t.index(['organization_id', 'role', 'desk', 'status', 'cause', 'id'], 'work_items_sent_back')
      t.dropIndex(['organization_id', 'status', 'id'])
    })
  }

  async down() {
    this.schema.alterTable('work_items', (t) => {
      t.index(['organization_id', 'status', 'id'])
      t.dropIndex([], 'work_items_sent_back')
      t.dropIndex([], 'work_items_desk')
    })
    this.schema.alterTable('work_items', (t) => t.dropColumns('desk', 'cause'))
  }
}
