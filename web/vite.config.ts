import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [
    vue(),
    VitePWA({
      // A new version waits until no typing can be lost: src/offline/newVersion.ts decides when.
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: '健康梅州',
        short_name: '健康梅州',
        lang: 'zh-CN',
        start_url: '/',
        display: 'standalone',
        background_color: '#f5f8f7',
        theme_color: '#0d6559',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      workbox: {
        // The program, never an answer of the API: what people's data is kept, is kept encrypted (src/offline).
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'],
        globIgnores: ['**/charts-*', '**/*.geojson'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//],
        runtimeCaching: [
          {
            urlPattern: ({ url }) => url.pathname.startsWith('/assets/'),
            handler: 'CacheFirst',
            options: { cacheName: 'assets', expiration: { maxEntries: 60 } },
          },
        ],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: '../functions/wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    // Inlined assets would be data: addresses, which the content security policy does not let scripts and fonts have.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // 16 KB compressed in one file, where each page's own would be a hundred files for a phone to fetch and keep.
    cssCodeSplit: false,
  },
  server: { fs: { allow: ['.', '../seeds'] }, proxy: { '/api': process.env['API'] ?? 'http://127.0.0.1:7071' } },
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    // Two cores may be busy with the service's tests.
    testTimeout: 30_000,
  },
})
