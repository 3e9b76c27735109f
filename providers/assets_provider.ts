import ViteProvider from '@adonisjs/vite/vite_provider'

/** Starts Vite's own server in development only; tests and production use the built pages. */
export default class AssetsProvider extends ViteProvider {
  get #serves() {
    return this.app.inDev && this.app.getEnvironment() === 'web'
  }

  async start() {
    if (this.#serves) await super.start()
  }

  async shutdown() {
    if (this.#serves) await super.shutdown()
  }
}
