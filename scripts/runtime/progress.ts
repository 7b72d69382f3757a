/** Long steps say that they are alive this often. */
const heartbeatMs = 10_000;

export function say(line: string): void {
  // stderr, so that a script's stdout stays what it promises.
  process.stderr.write(`${line}\n`);
}

/** Announces a step, reports elapsed seconds while it runs, and closes it. `note` adds the latest detail to the line. */
export async function step<T>(label: string, work: (note: (detail: string) => void) => Promise<T>): Promise<T> {
  const began = Date.now();
  const elapsed = () => `${Math.round((Date.now() - began) / 1000)} s`;
  let detail = '';
  say(`• ${label}`);
  const heartbeat = setInterval(() => say(`  ${label}: ${elapsed()}${detail && `, ${detail}`}`), heartbeatMs);
  try {
    const result = await work((text) => {
      detail = text;
    });
    say(`✓ ${label} (${elapsed()})`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}
