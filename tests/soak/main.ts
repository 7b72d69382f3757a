import { neverMet } from './fault-plan.ts';
import { type SoakOptions, soakOptions } from './options.ts';
import { runSoak, SoakFailure, type SoakReport } from './soak.ts';

// npm run soak [-- --seed N --orders N --days N --kills N --quick]: two months of a large institution under every
// fault, with syncs killed in between, ending in a comparison field by field. Exit status 0 only when all is equal.

let options: SoakOptions;
try {
  options = soakOptions(process.argv.slice(2));
} catch (error) {
  console.error(`usage: ${(error as Error).message}\nsoak [--seed N] [--orders N] [--days N] [--kills N] [--quick]`);
  process.exit(2);
}

const started = performance.now();
const seconds = () => (performance.now() - started) / 1000;
console.log(
  `soak: ${Object.entries(options)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}`,
);
try {
  const report = await runSoak(options, (line) => console.log(`${seconds().toFixed(0).padStart(5)} s  ${line}`));
  process.exitCode = conclude(report) ? 0 : 1;
} catch (error) {
  if (!(error instanceof SoakFailure)) throw error;
  console.log(`FAILED after ${seconds().toFixed(0)} s: ${error.message}`);
  process.exitCode = 1;
}

function conclude({ hits, kills, integrityChecks, calls, syncSeconds, ordersRead, ...rest }: SoakReport): boolean {
  const { missing, extra, different, rows, examples } = rest.difference;
  const never = neverMet(hits);
  for (const [fault, count] of Object.entries(hits)) console.log(`fault ${fault.padEnd(20)} ${count}`);
  for (const fault of never) console.log(`fault ${fault.padEnd(20)} 0: never met`);
  for (const table of rest.touched) console.log(`touched: ${table} is not what staff left`);
  for (const example of examples) console.log(example);
  const pace = Math.round(ordersRead / syncSeconds);
  console.log(`kills ${kills}, integrity checks ${integrityChecks}, calls ${calls}, ${pace} orders/s`);
  console.log(`wall time ${seconds().toFixed(0)} s, of it syncs ${syncSeconds.toFixed(0)} s; ${rows} orders compared`);
  console.log(`missing ${missing}, extra ${extra}, different ${different}`);
  return missing + extra + different + never.length + rest.touched.length === 0 && kills >= options.kills;
}
