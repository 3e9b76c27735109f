import ShieldMiddleware from '@adonisjs/shield/shield_middleware'
import StockShieldProvider from '@adonisjs/shield/shield_provider'

/**
 * The stock provider makes the guards at every request and imports the view engine for it, which was a sixth of a public
 * page's time; they keep nothing of a request, so one set serves all.
 */
export default class ShieldProvider extends StockShieldProvider {
  async boot() {
    const { container } = this.app
    container.bindValue(ShieldMiddleware, await container.make(ShieldMiddleware))
  }
}
