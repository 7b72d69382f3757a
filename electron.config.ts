import { cpSync, existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);

/** The oldest Electron the program runs on, 33: Chromium 130 with Node 20.18. */
const nodeTarget = 'node20.18';
const pageTarget = 'chrome130';

/**
 * Every process but the page is an entry of one build, so that they share chunks, and all of it lies flat in one
 * folder: the service finds its migrations and its workers beside itself.
 */
const processes = {
  index: 'electron/main/index.ts',
  service: 'electron/service/process.ts',
  'report-worker': 'electron/service/report/worker.ts',
  'doctor-worker': 'electron/service/doctor/inspect-worker.ts',
  'closing-worker': 'electron/service/settlement/closing-worker.ts',
  'import-worker': 'electron/service/import/import-worker.ts',
  'reading-worker': 'electron/service/reading/worker.ts',
  sandbox: 'electron/sandbox/process.ts',
  cli: 'electron/cli/main.ts',
};

function copyMigrations(): Plugin {
  return {
    name: 'copy-migrations',
    closeBundle: () => cpSync(at('electron/service/store/migrations'), at('out/main/migrations'), { recursive: true }),
  };
}

/** The fonts of documents on paper, with their licence. */
function copyFonts(): Plugin {
  const fonts = 'node_modules/@expo-google-fonts/noto-sans-sc';
  const files = ['400Regular/NotoSansSC_400Regular.ttf', '600SemiBold/NotoSansSC_600SemiBold.ttf', 'LICENSE_FONT'];
  return {
    name: 'copy-fonts',
    closeBundle: () => {
      for (const file of files) cpSync(at(`${fonts}/${file}`), at(`out/main/fonts/${basename(file)}`));
    },
  };
}

export default defineConfig({
  main: {
    plugins: [copyMigrations(), copyFonts()],
    build: {
      target: nodeTarget,
      outDir: at('out/main'),
      // One file read instead of hundreds at every start. Only the native module has to stay a package.
      externalizeDeps: false,
      rolldownOptions: {
        external: ['better-sqlite3'],
        input: Object.fromEntries(
          Object.entries(processes).flatMap(([name, path]) => (existsSync(at(path)) ? [[name, at(path)]] : [])),
        ),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      outDir: at('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        // A sandboxed preload script can only be CommonJS, in one file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      target: pageTarget,
      outDir: at('out/renderer'),
      // The pages' policy allows no data: fonts or scripts; everything stays a file.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: at('renderer/index.html'), poster: at('renderer/poster.html') } },
    },
  },
});
