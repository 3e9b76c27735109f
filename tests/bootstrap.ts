import app from '@adonisjs/core/services/app'
import redis from '@adonisjs/redis/services/main'
import testUtils from '@adonisjs/core/services/test_utils'
import { assert } from '@japa/assert'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import type { Config } from '@japa/runner/types'
import { createPrefixServer } from '#tenancy/prefix_server'
import { dropTestTenants } from '#tests/helpers/tenants'

export const plugins: Config['plugins'] = [assert(), pluginAdonisJS(app)]

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  // counters and sessions of an earlier run must not speak in this one; the tests have a Redis database of their own
  setup: [async () => void (await redis.connection('main').flushdb())],
  teardown: [dropTestTenants],
}

const SERVED = ['architecture', 'functional', 'isolation', 'browser']

export const configureSuite: Config['configureSuite'] = (suite) => {
  if (SERVED.includes(suite.name))
    suite.setup(() => testUtils.httpServer().start((handler) => createPrefixServer(handler)))
}
