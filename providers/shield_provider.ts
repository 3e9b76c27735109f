import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'
import StockShieldProvider from '@adonisjs/shield/shield_provider'
import type { ShieldConfig } from '@adonisjs/shield/types'

/**
 * The stock provider makes the guards at every request and imports the view engine for it, which was a sixth of a public
 * page's time; they keep nothing of a request, so one set serves all. A page for reading has no session and no form, so
 * nothing to guard against forgery with or from.
 */
export default class ShieldProvider extends StockShieldProvider {
  async boot() {
    const { container, config } = this.app
    const shield = config.get<ShieldConfig>('shield')
    const encryption = (await container.make('encryption')).use()
    const all = new ShieldMiddleware(shield, encryption)
    const ofReading = new ShieldMiddleware({ ...shield, csrf: { enabled: false } }, encryption)
    const handle = (ctx: HttpContext, next: NextFn) =>
      ((ctx as Partial<HttpContext>).session ? all : ofReading).handle(ctx, next)
    container.bindValue(ShieldMiddleware, { handle } as ShieldMiddleware)
  }
}
