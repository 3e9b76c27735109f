import { createInertiaApp } from '@inertiajs/react'
import { createRoot } from 'react-dom/client'

const pages = import.meta.glob('./pages/**/*.tsx')
createInertiaApp({
  resolve: (name) => pages[`./pages/${name}.tsx`]() as never,
  setup({ el, App, props }) {
    createRoot(el!).render(<App {...props} />)
  },
})
