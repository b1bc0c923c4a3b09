import solid from 'vite-plugin-solid'
import { defineConfig, type Plugin } from 'vite'

const server = 'http://127.0.0.1:8080'

/** Asks for the two fonts that every page needs along with the styles, not after them. */
const preloadFonts: Plugin = {
  name: 'preload-fonts',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter(name => /source-(?:sans-3|serif-4)-latin-wght-normal-/.test(name))
        .map(name => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${name}` },
          injectTo: 'head',
        })),
  },
}

/** The client. Nothing it makes is inline, so that it runs under `script-src 'self'; style-src 'self'; font-src 'self'`. */
export default defineConfig({
  plugins: [solid(), preloadFonts],
  publicDir: 'client/public',
  build: {
    outDir: 'dist/client',
    target: ['chrome125', 'edge125', 'firefox128', 'safari17.5'],
    // The styles have a name of their own, for pages that the server writes itself (see the manifest).
    rollupOptions: {
      input: { app: 'index.html', styles: 'client/ui/styles.css' },
      output: {
        // Few files: a slow processor pays for each one it has to ask for. What every page needs is one, the live text
        // with its editor is another, and each page is its own.
        codeSplitting: {
          groups: [
            {
              name: 'live-text',
              test: /node_modules\/(?:prosemirror-|orderedmap|rope-sequence|w3c-keyname|yjs|lib0|y-protocols|y-websocket)|shared\/wire\/rest-hash/,
              priority: 2,
            },
            {
              name: 'kit',
              test: /client\/(?:ui|api|app|i18n\/en)\/|shared\/(?:core|access|people|group|wire)\/|node_modules\/(?:solid-js|@solidjs|@solid-primitives)\//,
              priority: 1,
            },
          ],
        },
      },
    },
    manifest: 'assets/manifest.json',
    // Small fonts and pictures stay files: the content policy takes no data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    proxy: {
      // The Host stays as the browser sent it: the server compares Origin with it.
      '/api': { target: server, changeOrigin: false },
      '/published': { target: server, changeOrigin: false },
      '/sync': { target: server, changeOrigin: false, ws: true },
      '/live': { target: server, changeOrigin: false, ws: true },
    },
  },
})
