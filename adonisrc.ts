import { indexPages } from '@adonisjs/inertia'
import { defineConfig } from '@adonisjs/core/app'

export default defineConfig({
  commands: [() => import('@adonisjs/core/commands'), () => import('@adonisjs/lucid/commands')],
  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('@adonisjs/core/providers/edge_provider'),
    () => import('@adonisjs/redis/redis_provider'),
    () => import('@adonisjs/limiter/limiter_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('#providers/assets_provider'),
    () => import('#providers/shield_provider'),
    () => import('@adonisjs/static/static_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('#providers/tenancy_provider'),
    () => import('#providers/province_provider'),
    () => import('@adonisjs/inertia/inertia_provider'),
  ],
  preloads: [
    () => import('#start/kernel'),
    () => import('#start/routes'),
    () => import('#start/jobs'),
  ],
  directories: { commands: 'commands', views: 'resources/views', providers: 'providers' },
  tests: {
    suites: [
      { name: 'unit', files: ['tests/unit/**/*.spec.ts'], timeout: 60_000 },
      {
        name: 'contract',
        files: ['tests/contract/**/*.spec.ts', 'plugins/*/tests/**/*.spec.ts'],
        timeout: 30_000,
      },
      { name: 'architecture', files: ['tests/architecture/**/*.spec.ts'], timeout: 30_000 },
      { name: 'functional', files: ['tests/functional/**/*.spec.ts'], timeout: 180_000 },
      { name: 'isolation', files: ['tests/isolation/**/*.spec.ts'], timeout: 120_000 },
      { name: 'faults', files: ['tests/faults/**/*.spec.ts'], timeout: 240_000 },
      { name: 'browser', files: ['tests/browser/**/*.spec.ts'], timeout: 240_000 },
    ],
    forceExit: true,
  },
  metaFiles: [
    { pattern: 'resources/views/**/*.edge', reloadServer: false },
    { pattern: 'public/**', reloadServer: false },
  ],
  hooks: {
    init: [indexPages({ framework: 'react', source: 'resources/pages' })],
    buildStarting: [() => import('@adonisjs/vite/build_hook')],
  },
})
