import { join } from 'node:path'
import env from '#start/env'
import { requireTenant } from '#tenancy/context'

export const tenantFolder = (slug: string) => join(env.get('STORAGE_DIR'), slug)

/** Absolute path of a stored object of the running tenant; keys are made by us and hold no `..`. */
export function storagePath(key: string): string {
  if (!/^[a-z0-9][a-z0-9/_-]*(\.[a-z0-9]+)?$/i.test(key)) throw new Error('storage key not allowed')
  return join(tenantFolder(requireTenant().slug), key)
}
