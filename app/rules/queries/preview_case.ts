import Application from '#applications/models/application'
import { formData, photoOf } from '#certificates/queries/form_data'
import { certificateData } from '#certificates/queries/printed_data'
import { printedPhoto } from '#certificates/rendering/printed_photo'
import { isDisclosed } from '#applications/disclosure'
import StoredFile from '#files/models/stored_file'
import { mayRead } from '#files/may_read'
import type { Ruleset } from '#province/ruleset'
import type { Draft } from '#rules/queries/drafts'
import { maskIdNumber, maskName } from '#tenancy/masking'
import type { Actor, ActorContext } from '#web/actor'
import { startingWith } from '#web/like'
import { NotFound, Refusal } from '#web/refusal'

const MOST = 20

/** Who looks certificates up knows the names; another administrator of rules sees the case, not the person. */
const knowsNames = (actor: Actor) => actor.can('certificates.read')

const submitted = () => Application.query().whereNot('stage', 'draft')

/** Cases a template can be tried on, by the beginning of a number or a name; the latest first. */
export async function casesToTry(actor: Actor, words: string) {
  const query = submitted().orderBy('id', 'desc').limit(MOST)
  if (words)
    query.where((either) => {
      either.whereRaw('code like ?', [startingWith(words)])
      if (knowsNames(actor)) either.orWhereRaw('person_name like ?', [startingWith(words)])
    })
  return (await query).map((each) => ({
    value: each.id,
    label: `${nameFor(actor, each)} ${each.code ?? ''}`,
    hint: [each.titleName, each.specialtyName].filter(Boolean).join(' · '),
  }))
}

const nameFor = (actor: Actor, { personName }: Application) =>
  knowsNames(actor) ? personName : maskName(personName)

/** What a document of this case would say, as its reader may see it; what the case has not, from the sample. */
export async function caseData(
  ctx: ActorContext,
  draft: Draft,
  { template, sample }: { template: string; sample: Record<string, unknown> },
  id: number
) {
  const application = await submitted().where('id', id).first()
  if (!application) throw new NotFound('没有这件申报。')
  const printed = (await certificateData(ctx, [application])).get(id)!
  const rules = draft.document as unknown as Ruleset
  const form = rules.certificates?.forms?.find((each) => each.template === template)
  const photo = await photoFor(ctx.actor, application, rules)
  const data = {
    ...sample,
    ...printed,
    name: nameFor(ctx.actor, application),
    idNumber: maskIdNumber(printed.idNumber),
    ...(form && (await filled(application, rules, form))),
    hasPhoto: photo !== null,
  }
  return { data, photo }
}

async function filled(
  application: Application,
  rules: Ruleset,
  form: Ruleset['certificates']['forms'][number]
) {
  try {
    return await formData(
      application,
      rules,
      form,
      (field) => !field.sensitive && isDisclosed(field, 'office')
    )
  } catch (error) {
    // a draft may speak of sections it does not have yet
    if (!(error instanceof TypeError)) throw error
    throw new Refusal('form', '模板引用的申报信息项在草稿中不存在，请先更正“同时生成的表”。')
  }
}

/** The picture, where its reader may open it. */
async function photoFor(actor: Actor, application: Application, rules: Ruleset) {
  const fileId = await photoOf(application, rules)
  const file = fileId ? await StoredFile.find(fileId) : null
  return file && (await mayRead(actor, file)) ? printedPhoto(file.id) : null
}
