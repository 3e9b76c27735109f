import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { storeBytes } from '#files/store_file'
import Account from '#identity/models/account'
import { as } from '#platform/demo/drive'
import { playMeeting } from '#platform/demo/play_meeting'
import { samplePdf } from '#platform/demo/sample_pdf'
import * as publicity from '#results/actions/publicity'
import type { Visitor } from '#tests/helpers/browserless'

/** The context of an account, on a day of the year. */
export const staff = async (login: string, day?: string) =>
  as(await Account.findByOrFail('login', login), () =>
    day
      ? (DateTime.fromISO(`${day}T10:00:00`, { zone: 'Asia/Shanghai' }).toUTC() as DateTime<true>)
      : DateTime.utc()
  )

/** The demo's meeting, or another one, with its results in and its minutes uploaded. */
export async function reportedMeeting(login: string, id?: number): Promise<number> {
  const meetings = db.from('meetings').orderBy('id')
  const meeting = await (id ? meetings.where('id', id) : meetings).firstOrFail()
  if (meeting.status === 'in_session') await playMeeting(meeting.id)
  const minutes = await storeBytes(await staff(login), samplePdf('minutes'), {
    name: '会议纪要.pdf',
    extension: 'pdf',
    purpose: 'minutes',
    applicationId: null,
  })
  await db.from('meetings').where('id', meeting.id).update({ minutes_file_id: minutes.id })
  return meeting.id
}

/** The results of that meeting publicised and through their period. */
export async function passedMeeting(login: string, id?: number): Promise<number> {
  const meetingId = await reportedMeeting(login, id)
  const { publicityId } = await publicity.openPublicity(await staff(login, '2026-10-12'), {
    meetingId,
  })
  await publicity.closePublicity(await staff(login, '2026-11-01'), publicityId!)
  return meetingId
}

/** Work days from today on, whenever the test runs. */
export async function seedComingWorkDays() {
  const from = DateTime.utc()
  const days = Array.from({ length: 60 }, (_, offset) => from.plus({ days: offset }))
  await db
    .insertQuery()
    .table('work_days')
    .knexQuery.insert(
      days.map((day) => ({
        date: day.toISODate(),
        is_work_day: day.weekday < 6,
        name: '',
        source: 'test',
      }))
    )
    .onConflict('date')
    .ignore()
}

/** What the page's captcha would send. */
export async function captchaOf(visitor: Visitor): Promise<string> {
  const { body: challenge } = await visitor.get('/captcha')
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

/** A row as an application, for tests that need many: the demo's own, copied at a stage. */
export async function copyApplications(id: number, count: number, stage: string) {
  const original = await db.from('applications').where('id', id).firstOrFail()
  const roles = await db.from('result_roles').where('application_id', id)
  const ids: number[] = []
  for (let index = 0; index < count; index++) {
    const suffix = `${stage}${index}`
    const person = await db.from('people').where('id', original.person_id).firstOrFail()
    const [personId] = await db.table('people').insert({
      ...person,
      id: undefined,
      id_number_index: Buffer.from(suffix.padEnd(16, '#').slice(-16)),
    })
    const [copy] = await db.table('applications').insert({
      ...original,
      id: undefined,
      code: `${original.code.slice(0, 8)}-${suffix}`.slice(0, 24),
      person_id: personId,
      stage,
      route: JSON.stringify(original.route),
      tally: null,
      outcome: 'passed',
      certificate_number: null,
      event_count: 0,
      version: 1,
    })
    ids.push(copy)
    await db
      .table('result_roles')
      .multiInsert(roles.map((role) => ({ ...role, application_id: copy })))
  }
  return ids
}
