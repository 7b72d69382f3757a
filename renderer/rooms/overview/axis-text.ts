import type { Language } from '../../app/i18n/setup.ts';
import type { Metric } from './chart-shape.ts';

/** Short text of a step of the scale: «12万» in Chinese, «120k» in English; money in yuan. */
export function axisText(value: number, metric: Metric, language: Language): string {
  const amount = metric === 'rows' ? value : value / 100;
  const short = (divided: number, unit: string) => `${Number(divided.toFixed(1))}${unit}`;
  if (language === 'zh') {
    if (amount >= 1e8) return short(amount / 1e8, '亿');
    return amount >= 10_000 ? short(amount / 10_000, '万') : short(amount, '');
  }
  if (amount >= 1_000_000) return short(amount / 1_000_000, 'M');
  return amount >= 1000 ? short(amount / 1000, 'k') : short(amount, '');
}
