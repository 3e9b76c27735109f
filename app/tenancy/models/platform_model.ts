import { BaseModel } from '@adonisjs/lucid/orm'

/** Base of the models of the platform database. */
export default class PlatformModel extends BaseModel {
  static connection = 'platform'
}
