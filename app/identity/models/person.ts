import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { openValue } from '#tenancy/crypto'
import TenantModel from '#tenancy/models/tenant_model'

/** A human being, once per province; ID number and phone are sealed, found by a blind index, shown masked. */
export default class Person extends TenantModel {
  static table = 'people'

  @column({ isPrimary: true }) declare id: number
  @column() declare name: string
  @column() declare pinyin: string | null
  @column() declare idType: string
  @column({ serializeAs: null }) declare idNumberSealed: Buffer
  @column({ serializeAs: null }) declare idNumberIndex: Buffer
  @column() declare idNumberMasked: string
  @column() declare sex: string | null
  @column() declare birthDate: string | null
  @column({ serializeAs: null }) declare phoneSealed: Buffer | null
  @column() declare phoneMasked: string | null
  @column.dateTime({ autoCreate: true }) declare createdAt: DateTime
  @column.dateTime({ autoCreate: true, autoUpdate: true }) declare updatedAt: DateTime | null

  /** In full; only for what prints or checks it. */
  idNumber() {
    return openValue('people.id_number', this.idNumberIndex.toString('hex'), this.idNumberSealed)
  }
}
