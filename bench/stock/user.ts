import { BaseModel, column } from '@adonisjs/lucid/orm'

export default class User extends BaseModel {
  static table = 'accounts'
  @column({ isPrimary: true }) declare id: number
  @column() declare login: string
  @column() declare name: string
}
