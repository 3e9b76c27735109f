import type { ApplicationService } from '@adonisjs/core/types'

/** Loads the listed provinces and stops the boot when one is faulty. */
export default class ProvinceProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const { default: provinces } = await import('#config/provinces')
    const { register } = await import('#province/registry')
    const { provinceFaults } = await import('#province/check_province')
    register(
      await Promise.all(provinces.map(async (load) => (await load()).default)),
      provinceFaults
    )
  }
}
