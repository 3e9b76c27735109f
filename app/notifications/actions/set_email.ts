import Person from '#identity/models/person'
import { EMAIL } from '#notifications/actions/deliver'
import db from '@adonisjs/lucid/services/db'
import { sealValue } from '#tenancy/crypto'
import type { ActorContext } from '#web/actor'
import { Forbidden } from '#web/refusal'

/** `zhang@example.com` as `z***@example.com`. */
export const maskEmail = (email: string) =>
  email.replace(/^(.)[^@]*(@.*)$/, '$1***$2').slice(0, 120)

/** The address a person wants mail at; empty takes it away. */
export async function setEmail({ actor }: ActorContext, email: string | null): Promise<void> {
  const person = actor.personId ? await Person.find(actor.personId) : null
  if (!person) throw new Forbidden('只有个人账号可以登记电子邮箱。')
  const row = person.idNumberIndex.toString('hex')
  await db
    .from('people')
    .where('id', person.id)
    .update({
      email_sealed: email ? sealValue(EMAIL, row, email) : null,
      email_masked: email ? maskEmail(email) : null,
    })
}
