import { readdirSync } from 'node:fs';
import type { Figure } from './measure/figure.ts';

// npm run bench [-- room …] [--json]: runs the rooms of this folder, one file each. It reports; it never fails a build.

const words = process.argv.slice(2);
const json = words.includes('--json');
const wanted = words.filter((word) => !word.startsWith('--'));
const rooms = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.slice(0, -3))
  .sort();

const unknown = wanted.filter((room) => !rooms.includes(room));
if (unknown.length) {
  console.error(`no such room: ${unknown.join(', ')}; there are ${rooms.join(', ')}`);
  process.exit(2);
}

function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function show(figure: Figure): void {
  const { name, ours, unit, reference, reference_value, ratio, goal, met } = figure;
  console.log(`${met ? 'met ' : 'MISS'}  ${name}: ${digits(ours)} ${unit}, ${digits(ratio)} x (goal ${goal})`);
  console.log(`      reference ${digits(reference_value)} ${unit}: ${reference}`);
}

for (const room of wanted.length ? wanted : rooms) {
  if (!json) console.error(`${room} …`);
  const { bench } = (await import(new URL(`./${room}.ts`, import.meta.url).href)) as { bench(): Promise<Figure[]> };
  for (const figure of await bench()) {
    if (json) console.log(JSON.stringify(figure));
    else show(figure);
  }
}
