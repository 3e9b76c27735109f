import { configApp } from '@adonisjs/eslint-config'

export default configApp(
  { ignores: ['.local/**', 'build/**', 'public/**', '.adonisjs/**'] },
  // `(await reply()).status` reads well enough
  { rules: { '@unicorn/no-await-expression-member': 'off' } }
)
