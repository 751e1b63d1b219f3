import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import remixOptions from './remix.config.js'
import { OLDEST_BROWSERS } from './scripts/building/oldest-browsers.ts'
import { forOldBrowsers } from './scripts/building/for-old-browsers.ts'

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions)],
  css: { postcss: { plugins: [forOldBrowsers] } },
  build: { cssMinify: 'lightningcss', cssTarget: OLDEST_BROWSERS },
})
