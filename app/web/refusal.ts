export interface FieldError {
  field: string
  message: string
}

/** A command that may not be carried out: the code is for machines, the words say why and how to mend it. Status 422. */
export class Refusal extends Error {
  readonly status: number = 422

  constructor(
    readonly code: string,
    message: string,
    readonly errors: FieldError[] = []
  ) {
    super(message)
    this.name = 'Refusal'
  }
}

/** Someone else was faster: what was typed stays with the person. Status 409. */
export class StaleRefusal extends Refusal {
  override readonly status = 409

  constructor(
    message = '他人已先处理或修改了这条记录，请刷新查看后再操作，您填写的内容不会丢失。'
  ) {
    super('stale', message)
  }
}

export class Forbidden extends Refusal {
  override readonly status = 403

  constructor(message = '您没有进行此操作的权限。') {
    super('forbidden', message)
  }
}

export class NotFound extends Refusal {
  override readonly status = 404

  constructor(message = '没有找到您要的内容，可能已被删除或您无权查看。') {
    super('not_found', message)
  }
}

export class SignedOut extends Refusal {
  override readonly status = 401

  constructor(message = '登录已过期，请重新登录。') {
    super('signed_out', message)
  }
}

/** The operators closed the province for a time: everybody is told, and why. */
export class Suspended extends Refusal {
  override readonly status = 503

  constructor({ name, reason }: { name: string; reason: string | null }) {
    super(
      'suspended',
      `${name}暂停服务${reason ? `：${reason}` : ''}。已填写和提交的内容都已保留，恢复后可以继续办理。`
    )
  }
}
