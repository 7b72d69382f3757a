import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Who may import whom, by folder. Anything not named here is refused. */
const ALLOWED: Record<string, string[]> = {
  shared: ['shared'],
  renderer: ['renderer', 'shared'],
  'electron/main': ['electron/main', 'shared'],
  'electron/preload': ['electron/preload', 'shared'],
  // Rule tables are data.
  'electron/service': ['electron/service', 'shared', 'resources/rules'],
  // The stand-in shares nothing with the service: two readings of the same documents catch each other's mistakes.
  'electron/sandbox': ['electron/sandbox'],
  'electron/cli': ['electron/cli', 'electron/service', 'electron/sandbox', 'shared', 'package.json'],
};

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

function imports(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);
}

describe('import direction', () => {
  it.each(Object.keys(ALLOWED))('%s imports only what it may', (folder) => {
    const wrong = sources(folder).flatMap((file) =>
      imports(file)
        .filter((target) => target.startsWith('.'))
        .map((target) => relative(ROOT, resolve(ROOT, dirname(file), target)))
        .filter((target) => !ALLOWED[folder]!.some((allowed) => target === allowed || target.startsWith(`${allowed}/`)))
        .map((target) => `${file} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps Electron out of service, sandbox, command line and shared, and Node out of page and shared', () => {
    const electron = ['electron/service', 'electron/sandbox', 'electron/cli', 'shared', 'renderer']
      .flatMap(sources)
      .filter((file) => imports(file).some((target) => target === 'electron' || target.startsWith('electron/')));
    expect(electron).toEqual([]);
    const node = ['shared', 'renderer']
      .flatMap(sources)
      .filter((file) => imports(file).some((target) => target.startsWith('node:')));
    expect(node).toEqual([]);
  });
});
