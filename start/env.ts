import { Env } from '@adonisjs/core/env'

export default await Env.create(new URL('../', import.meta.url), {
  NODE_ENV: Env.schema.enum(['development', 'production', 'test'] as const),
  PORT: Env.schema.number(),
  HOST: Env.schema.string({ format: 'host' }),
  APP_KEY: Env.schema.secret(),
  LOG_LEVEL: Env.schema.string(),
  /** `<slug>.BASE_DOMAIN` is a province's host */
  BASE_DOMAIN: Env.schema.string(),
  COOKIE_SECURE: Env.schema.boolean.optional(),
  DEMO: Env.schema.boolean.optional(),
  DB_SOCKET: Env.schema.string.optional(),
  DB_HOST: Env.schema.string.optional(),
  DB_PORT: Env.schema.number.optional(),
  DB_USER: Env.schema.string(),
  DB_PASSWORD: Env.schema.secret(),
  /** databases are `<prefix>platform` and `<prefix>t_<slug>` */
  DB_PREFIX: Env.schema.string(),
  DB_POOL: Env.schema.number.optional(),
  REDIS_SOCKET: Env.schema.string.optional(),
  REDIS_HOST: Env.schema.string.optional(),
  REDIS_PORT: Env.schema.number.optional(),
  REDIS_DB: Env.schema.number.optional(),
  /** mail goes out over it; without it e-mail is the trial channel */
  SMTP_URL: Env.schema.secret.optional(),
  MAIL_FROM: Env.schema.string.optional(),
  STORAGE_DIR: Env.schema.string(),
  BACKUP_DIR: Env.schema.string(),
})
