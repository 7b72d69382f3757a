import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { expect, it } from 'vitest';
import { writeDefaultApp } from '../../../scripts/runtime/default-app.ts';

it('the default app is an archive of an ES module program, and leaves nothing beside itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-default-app-'));
  const archive = join(folder, 'default_app.asar');
  await writeDefaultApp(archive);
  expect(readdirSync(folder)).toEqual(['default_app.asar']);
  expect(listPackage(archive, { isPack: false }).sort()).toEqual(['/main.js', '/package.json']);
  expect(JSON.parse(extractFile(archive, 'package.json').toString())).toMatchObject({
    type: 'module',
    main: 'main.js',
  });
  rmSync(folder, { recursive: true });
});
