import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A packaged Electron has no default app, the few lines that turn `electron FOLDER` into running that folder's program.
 * The import is awaited at the top level: Electron holds its `ready` event back until then, and the program must
 * register its protocol and its sandbox before it. `-r MODULE` comes first, as in the official default app: Playwright
 * hangs now and then on a program that it could not hold back with it until it was connected.
 */
const main = `import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve, join } from 'node:path';
import { pathToFileURL } from 'node:url';

if (process.argv[1] === '-r') createRequire(import.meta.url)(process.argv.splice(1, 2)[1]);
const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (!given) {
  console.error('usage: electron FOLDER');
  process.exit(2);
}
const folder = resolve(given);
const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setAppPath(folder);
app.setName(productName ?? name);
app.setVersion(version);
await import(pathToFileURL(join(folder, main)).href);
`;

/** An archive, not the folder `resources/app`: that one would win over a packaged program's `app.asar`. */
export async function writeDefaultApp(archive: string): Promise<void> {
  const { createPackage } = await import('@electron/asar');
  const source = join(dirname(archive), 'default_app');
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, 'package.json'), JSON.stringify({ name: 'default-app', type: 'module', main: 'main.js' }));
  writeFileSync(join(source, 'main.js'), main);
  await createPackage(source, archive);
  rmSync(source, { recursive: true });
}
