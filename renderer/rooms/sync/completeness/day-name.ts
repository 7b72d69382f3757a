import type { Unix } from '../../../../shared/time.ts';

/** «9月3日», «Sep 3»: a day of UTC+8 as people say it. */
export function dayName(at: Unix, language: string): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-US', {
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    timeZone: 'Asia/Shanghai',
  }).format(at * 1000);
}

/** «周三», «Wed». */
export function weekdayName(at: Unix, language: string): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-US', {
    weekday: 'short',
    timeZone: 'Asia/Shanghai',
  }).format(at * 1000);
}
