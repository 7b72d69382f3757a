import { ensureBundle } from '../../scripts/runtime/bundle.ts';
import { ensureRuntime } from '../../scripts/runtime/runtime.ts';
import { ensureDisplay } from '../support/display.ts';

export default async function prepare(): Promise<void> {
  const runtime = await ensureRuntime();
  await ensureBundle(runtime);
  // Here, so that every test file finds the same screen.
  await ensureDisplay();
  console.log(`e2e drives Electron ${runtime.electronVersion}${runtime.kind === 'fallback' ? ' (substitute)' : ''}`);
}
