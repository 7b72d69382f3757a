import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { DAY_SECONDS, HOUR_SECONDS, type Unix } from '../../shared/time.ts';

export type AgoStep = { unit: 'now' | 'minutes' | 'hours' | 'days'; count: number };

/** How long ago, in the largest whole unit. A moment in the future (a clock that differs) counts as now. */
export function agoStep(at: Unix, now: Unix): AgoStep {
  const seconds = now - at;
  if (seconds < 60) return { unit: 'now', count: 0 };
  if (seconds < HOUR_SECONDS) return { unit: 'minutes', count: Math.floor(seconds / 60) };
  if (seconds < DAY_SECONDS) return { unit: 'hours', count: Math.floor(seconds / HOUR_SECONDS) };
  return { unit: 'days', count: Math.floor(seconds / DAY_SECONDS) };
}

// One clock for all: every relative time on screen moves on together, and only while some are shown.
const TICK_MILLIS = 30_000;
const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(changed: () => void): () => void {
  watchers.add(changed);
  timer ??= setInterval(() => {
    for (const watcher of watchers) watcher();
  }, TICK_MILLIS);
  return () => {
    watchers.delete(changed);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** This machine's time in half-minute steps; good for «3 minutes ago», not for business. */
export function useNow(): Unix {
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / TICK_MILLIS) * (TICK_MILLIS / 1000));
}

/** «3 分钟前»; moves on by itself. `shift` is what the platform's clock is ahead of this machine's. */
export function useAgo(): (at: Unix, shift?: number) => string {
  const now = useNow();
  const { t } = useTranslation('app');
  return useCallback(
    (at, shift = 0) => {
      const { unit, count } = agoStep(at, now + shift);
      return unit === 'now' ? t('ago.now') : t(`ago.${unit}`, { count });
    },
    [now, t],
  );
}
