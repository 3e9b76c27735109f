import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import PlatformModel from '#tenancy/models/platform_model'

/** Runs the instance; has no account in any province. */
export default class Operator extends PlatformModel {
  @column({ isPrimary: true }) declare id: number
  @column() declare login: string
  @column() declare name: string
  @column({ serializeAs: null }) declare password: string | null
  @column() declare mustChangePassword: boolean
  @column({ serializeAs: null }) declare activationHash: string | null
  @column.dateTime() declare activationExpiresAt: DateTime | null
  @column() declare status: 'active' | 'disabled'
  @column() declare failedAttempts: number
  @column.dateTime() declare lockedUntil: DateTime | null
  @column() declare sessionEpoch: number
  @column.dateTime({ autoCreate: true }) declare createdAt: DateTime
}
