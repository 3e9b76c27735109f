import { pinyin } from 'pinyin-pro'
import { isPersonName, normalizeName, readIdNumber } from '#identity/id_number'
import Person from '#identity/models/person'
import { blindIndex, sealValue } from '#tenancy/crypto'
import { maskIdNumber, maskPhone } from '#tenancy/masking'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

export interface PersonInput {
  name: string
  idNumber: string
  phone?: string
}

/**
 * The person with this ID number; made if unknown. An ID number that stands for another name is refused: a
 * homophone at entry is the main reason why a title cannot be found later (domain.md R49).
 */
export default async function findOrCreatePerson(
  _ctx: ActorContext,
  input: PersonInput
): Promise<Person> {
  const name = normalizeName(input.name)
  if (!isPersonName(name))
    throw new Refusal('person_name', '请更正姓名', [
      { field: 'name', message: '姓名应为 2 至 30 个汉字，可含间隔点“·”' },
    ])
  const idNumber = input.idNumber.trim().toUpperCase()
  const facts = readIdNumber(idNumber)
  if ('fault' in facts)
    throw new Refusal('id_number', '请更正身份证号', [{ field: 'idNumber', message: facts.fault }])
  const index = blindIndex('people.id_number', idNumber)
  const known = await Person.findBy('id_number_index', index)
  if (known) {
    if (known.name !== name)
      throw new Refusal('id_number_taken', '请核对姓名与身份证号', [
        { field: 'idNumber', message: '该身份证号已登记为其他姓名' },
      ])
    return known
  }
  const row = index.toString('hex')
  return Person.create({
    name,
    pinyin: pinyin(name, { toneType: 'none', mode: 'surname' }).slice(0, 120),
    idType: 'resident_id',
    idNumberSealed: sealValue('people.id_number', row, idNumber),
    idNumberIndex: index,
    idNumberMasked: maskIdNumber(idNumber),
    sex: facts.sex,
    birthDate: facts.birthDate,
    phoneSealed: input.phone ? sealValue('people.phone', row, input.phone) : null,
    phoneMasked: input.phone ? maskPhone(input.phone) : null,
  })
}
