import type { ReadingThreads } from '../reading/threads.ts';
import type { Handlers } from '../router.ts';

type ForecastHandlers = Pick<Handlers, 'forecast.tracks' | 'forecast.cash'>;

export function forecastHandlers(threads: ReadingThreads): ForecastHandlers {
  return {
    'forecast.tracks': (input) => threads.ask('figures', 'forecast.tracks', input),
    'forecast.cash': (input) => threads.ask('figures', 'forecast.cash', input),
  };
}
