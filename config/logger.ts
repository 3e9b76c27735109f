import { defineConfig } from '@adonisjs/core/logger'
import env from '#start/env'
import { loggedError } from '#web/logged_error'

const loggerConfig = defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'zhicheng',
      level: env.get('LOG_LEVEL'),
      serializers: { err: loggedError },
    },
  },
})
export default loggerConfig

declare module '@adonisjs/core/types' {
  export interface LoggersList extends InferLoggers<typeof loggerConfig> {}
}
