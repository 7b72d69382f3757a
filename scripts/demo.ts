import { resolve } from 'node:path';
import { runDemo } from './demo/day.ts';
import { runScript } from './runtime/failure.ts';

/** `npm run demo`: an institution's working day on the demo platform, without a window. */
await runScript(() => runDemo(resolve('league-desk-demo')));
