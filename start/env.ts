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
  /** where files lie: `fs` = below STORAGE_DIR (usual), `s3` = in a bucket */
  STORAGE: Env.schema.enum.optional(['fs', 's3'] as const),
  STORAGE_DIR: Env.schema.string(),
  /** of a store that is not AWS's */
  S3_ENDPOINT: Env.schema.string.optional(),
  S3_REGION: Env.schema.string.optional(),
  S3_BUCKET: Env.schema.string.optional(),
  S3_PREFIX: Env.schema.string.optional(),
  S3_ACCESS_KEY: Env.schema.string.optional(),
  S3_SECRET_KEY: Env.schema.secret.optional(),
  BACKUP_DIR: Env.schema.string(),
})
