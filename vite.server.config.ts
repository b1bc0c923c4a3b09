import { defineConfig } from 'vite'

/** The server as plain JavaScript for Node: our own code bundled, packages left where npm put them. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    target: 'node20',
    emptyOutDir: true,
    rollupOptions: {
      input: {
        main: 'server/main.ts',
        demo: 'server/demo.ts',
        verify: 'server/verify.ts',
        'minutes-thread': 'server/minutes/thread.ts',
        'participation-thread': 'server/participation/thread.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
})
