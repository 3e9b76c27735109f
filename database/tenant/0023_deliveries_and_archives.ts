import { BaseSchema } from '@adonisjs/lucid/schema'

/** What left the house by e-mail and SMS, and packages for the archive. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('people', (t) => {
      t.binary('email_sealed', 512).nullable()
      t.string('email_masked', 120).nullable()
    })
    this.schema.createTable('message_deliveries', (t) => {
      t.bigIncrements('id')
      t.bigInteger('message_id').unsigned().notNullable().references('messages.id')
      t.string('channel', 8).notNullable()
      // `trial`: the channel is for trying out, nothing left the house
      t.string('status', 8).notNullable().defaultTo('waiting')
      t.string('address_masked', 120).nullable()
      t.string('provider', 60).nullable()
      t.string('reference', 200).nullable()
      t.string('fault', 300).nullable()
      t.smallint('attempts').unsigned().notNullable().defaultTo(0)
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('sent_at', { precision: 3 }).nullable()
      t.unique(['message_id', 'channel'])
      t.index(['status', 'id'])
      t.check("channel in ('email','sms')", [], 'message_deliveries_channel_known')
      t.check(
        "status in ('waiting','sent','trial','failed','skipped')",
        [],
        'message_deliveries_status_known'
      )
    })
    this.schema.createTable('archives', (t) => {
      t.bigIncrements('id')
      t.string('scope', 12).notNullable()
      // the committee's meeting, or the application
      t.bigInteger('subject_id').unsigned().notNullable()
      t.string('label', 200).notNullable()
      t.bigInteger('organization_id').unsigned().nullable()
      t.bigInteger('account_id').unsigned().notNullable()
      t.string('status', 8).notNullable().defaultTo('making')
      t.bigInteger('file_id').unsigned().nullable()
      t.string('digest', 64).nullable()
      t.integer('files').unsigned().notNullable().defaultTo(0)
      t.timestamp('created_at', { precision: 3 }).notNullable()
      t.timestamp('made_at', { precision: 3 }).nullable()
      t.index(['organization_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('archives')
    this.schema.dropTable('message_deliveries')
    this.schema.alterTable('people', (t) => t.dropColumns('email_sealed', 'email_masked'))
  }
}
