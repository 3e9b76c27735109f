import { BaseSchema } from '@adonisjs/lucid/schema'

/** Counts of the statistics are read from these alone. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('applications', (t) => {
      t.index(['batch_id', 'stage', 'outcome'], 'applications_by_stage')
      t.index(['batch_id', 'series_name', 'stage', 'outcome'], 'applications_by_series')
      t.index(['batch_id', 'level', 'stage', 'outcome'], 'applications_by_level')
      t.index(['batch_id', 'organization_id', 'stage', 'outcome'], 'applications_by_unit')
      t.index(['batch_id', 'submitted_at'], 'applications_by_time')
    })
    this.schema.alterTable('work_items', (t) => {
      t.index(['status', 'organization_id', 'due_on', 'created_at'], 'work_items_waiting')
    })
  }

  async down() {
    this.schema.alterTable('work_items', (t) => t.dropIndex([], 'work_items_waiting'))
    this.schema.alterTable('applications', (t) => {
      for (const name of ['stage', 'series', 'level', 'unit', 'time'])
        t.dropIndex([], `applications_by_${name}`)
    })
  }
}
