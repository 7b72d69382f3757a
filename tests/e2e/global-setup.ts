import { ensureBundle } from '../../scripts/runtime/bundle.ts';
import { ensureRuntime } from '../../scripts/runtime/runtime.ts';

export default async function prepare(): Promise<void> {
  const runtime = await ensureRuntime();
  await ensureBundle(runtime);
  console.log(`e2e drives Electron ${runtime.electronVersion}${runtime.kind === 'fallback' ? ' (substitute)' : ''}`);
}
