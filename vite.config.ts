import adonisjs from '@adonisjs/vite/client'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    react(),
    adonisjs({ entryPoints: ['resources/app.tsx'], reload: ['resources/views/**/*.edge'] }),
  ],
  resolve: {
    alias: {
      '~': `${import.meta.dirname}/resources`,
      // pure files that the pages share with the server
      '#province': `${import.meta.dirname}/app/province`,
      '#rules': `${import.meta.dirname}/app/rules`,
    },
  },
  build: { chunkSizeWarningLimit: 1500 },
  server: { watch: { ignored: ['**/.local/**', '**/tmp/**', '**/.adonisjs/**'] } },
})
