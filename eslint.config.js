import { configApp } from '@adonisjs/eslint-config'

export default configApp({ ignores: ['.local/**', 'build/**', 'public/**', '.adonisjs/**'] })
