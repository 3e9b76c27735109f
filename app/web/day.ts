import { DateTime } from 'luxon'

/** A moment as people in China read it. */
export const shanghai = (at: Date, format = 'yyyy-MM-dd HH:mm') =>
  DateTime.fromJSDate(at).setZone('Asia/Shanghai').toFormat(format)
