import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

/** Puts the stand-in for program and service before the page's own script. Development only. */
const standIn: Plugin = {
  name: 'renderer-stand-in',
  transformIndexHtml: {
    order: 'pre',
    handler: () => [
      {
        tag: 'script',
        attrs: { type: 'module', src: `/@fs${resolve(import.meta.dirname, 'fake-program.ts')}` },
        injectTo: 'head-prepend',
      },
    ],
  },
};

/** `npx vite --config tests/support/renderer/vite.config.ts`: the page in any browser, on invented rows. */
export default defineConfig({
  root: resolve(root, 'renderer'),
  cacheDir: resolve(root, 'node_modules/.vite-renderer'),
  plugins: [react(), standIn],
  server: { port: 5199, strictPort: true, fs: { allow: [root] } },
});
