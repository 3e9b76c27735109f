/** What goes to a rendering child: everything it needs, for it has neither database nor storage. */
export interface RenderJob {
  /** Handlebars that gives Typst */
  template: string
  data: Record<string, unknown>
  /** address in the QR code, `/in/qr.svg` */
  qrText?: string
  /** JPEG, `/in/photo.jpg` */
  photo?: Uint8Array | null
  /** further pictures by their name in `/in/` */
  pictures?: Record<string, Uint8Array>
  /** what the drawn seal says about its signer, `/in/seal.txt` */
  sealText?: string
  /** day of the document; its PDF says no other time, so equal input gives equal bytes */
  day: string
  output: 'pdf' | 'svg'
  /** more than a document of the tenant's may have; for lists of our own */
  mostPages?: number
  /** warnings (a font that is not there) are faults too */
  strict?: boolean
}

export type RenderAnswer =
  { ok: true; bytes: Uint8Array; pages: number } | { ok: false; faults: string[] }
