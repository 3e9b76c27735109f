import type { HttpContext } from '@adonisjs/core/http'
import audit from '#audit/audit'
import { CORRECTABLE } from '#certificates/changes/changes'
import { openChange } from '#certificates/changes/list_changes'
import type Certificate from '#certificates/models/certificate'
import { CERTIFICATE } from '#certificates/models/certificate'
import { CERTIFICATE_FILTERS, listCertificates } from '#certificates/queries/list_certificates'
import {
  LABELS,
  certificateView,
  mayRevoke,
  ownCertificates,
  readableCertificate,
} from '#certificates/queries/read_certificate'
import { certificatePicture } from '#certificates/queries/certificate_picture'
import StoredFile from '#files/models/stored_file'
import { storage } from '#tenancy/storage'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'

const correctable = (certificate: Certificate) => {
  const { data } = certificate.printed()
  return CORRECTABLE.map((name) => ({ name, label: LABELS[name], value: String(data[name] ?? '') }))
}

/** 证书查询, the person's own certificates, and what happens to a certificate afterwards. */
export default class CertificatesController {
  async index({ inertia, request, actor }: HttpContext) {
    const filters = filtersOf(request, CERTIFICATE_FILTERS)
    return page(inertia, 'office/certificates/index', {
      certificates: await listCertificates(actor!, filters, pageOf(request)),
      filters,
    })
  }

  async show({ inertia, actor, params }: HttpContext) {
    const certificate = await readableCertificate(actor!, Number(params.id))
    if (certificate.kind !== CERTIFICATE) throw new NotFound()
    return page(inertia, 'office/certificates/show', {
      certificate: await certificateView(certificate),
      mayRevoke: mayRevoke(actor!, certificate),
      change: mayRevoke(actor!, certificate) ? await openChange(actor!, certificate) : null,
      correctable: correctable(certificate),
    })
  }

  async own({ inertia, actor }: HttpContext) {
    return page(inertia, 'applicant/certificates/index', {
      certificates: await ownCertificates(actor!.accountId!),
    })
  }

  /** The signed PDF; each one that leaves for somebody else than its owner is in the log. */
  async file(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const certificate = await readableCertificate(actor.actor, Number(ctx.params.id))
    const file = certificate.fileId ? await StoredFile.find(certificate.fileId) : null
    if (!file) throw new NotFound()
    if (actor.actor.kind !== 'applicant')
      await audit(actor, {
        action: 'certificate.read',
        objectType: 'certificate',
        objectId: certificate.id,
      })
    const inline = ctx.request.input('download') === undefined
    ctx.response.header('content-type', file.mime)
    ctx.response.header('content-length', String(file.size))
    ctx.response.header('cache-control', 'private, no-store')
    ctx.response.header('x-content-type-options', 'nosniff')
    ctx.response.header(
      'content-disposition',
      `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`
    )
    return ctx.response.stream(await storage().stream(file.key))
  }

  /** The same as a picture, for screens that show no PDF: the owner's alone. */
  async picture({ params, actor, response }: HttpContext) {
    const certificate = await readableCertificate(actor!, Number(params.id))
    if (actor!.kind !== 'applicant' || !certificate.fileId) throw new NotFound()
    response.header('content-type', 'image/png')
    response.header('cache-control', 'private, no-store')
    response.header('x-content-type-options', 'nosniff')
    return response.send(await certificatePicture(certificate))
  }
}
