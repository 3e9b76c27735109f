import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { assert } from '@japa/assert'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import type { Config } from '@japa/runner/types'
import { createPrefixServer } from '#tenancy/prefix_server'
import { dropTestTenants } from '#tests/helpers/tenants'

export const plugins: Config['plugins'] = [assert(), pluginAdonisJS(app)]

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [],
  teardown: [dropTestTenants],
}

const SERVED = ['architecture', 'functional', 'isolation', 'browser']

export const configureSuite: Config['configureSuite'] = (suite) => {
  if (SERVED.includes(suite.name))
    suite.setup(() => testUtils.httpServer().start((handler) => createPrefixServer(handler)))
}
