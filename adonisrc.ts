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
      { name: 'unit', files: ['tests/unit/**/*.spec.ts'] },
      {
        name: 'contract',
        files: ['tests/contract/**/*.spec.ts', 'plugins/*/tests/**/*.spec.ts'],
      },
      { name: 'architecture', files: ['tests/architecture/**/*.spec.ts'] },
      { name: 'functional', files: ['tests/functional/**/*.spec.ts'] },
      { name: 'isolation', files: ['tests/isolation/**/*.spec.ts'] },
      { name: 'faults', files: ['tests/faults/**/*.spec.ts'] },
      { name: 'browser', files: ['tests/browser/**/*.spec.ts'] },
    ],
    forceExit: true,
    // ends what hangs; says nothing about speed
    timeout: 600_000,
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
