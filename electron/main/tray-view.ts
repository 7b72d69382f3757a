import type { BackgroundNews } from '../../shared/background-link.ts';
import type { Language, ServiceState } from '../../shared/bridge.ts';
import { failureText } from '../../shared/error-text/failure-text.ts';
import { addDays, dayOf, formatInstant, HOUR_SECONDS, startOfDay, type Unix } from '../../shared/time.ts';
import { trayWords } from './tray-words.ts';

/** A picture of `resources/tray`. */
export type TrayIcon = 'idle' | 'running' | 'paused' | 'attention';
export type TrayAction = 'open' | 'look' | 'sync' | 'pauseHour' | 'pauseTomorrow' | 'resume' | 'quit';

export interface TrayItem {
  label: string;
  /** Null: a line to read. */
  action: TrayAction | null;
  enabled: boolean;
}

export interface TrayView {
  icon: TrayIcon;
  tooltip: string;
  /** In groups, a line between each two. */
  groups: TrayItem[][];
}

export interface TrayFacts {
  institution: string;
  service: ServiceState;
  /** Null until the service has told. */
  news: BackgroundNews | null;
  language: Language;
  /** The machine's time. */
  now: Unix;
}

/** What the tray shows. Times are of UTC+8, as everywhere in the program. */
export function trayView(facts: TrayFacts): TrayView {
  const { institution, news, language } = facts;
  const word = trayWords[language];
  const state = stateText(facts);
  const known = news && knownText(news, language);
  const about = [institution, known, state].filter((line) => line !== null);
  const attention = (news?.state.attention.length ?? 0) > 0 || facts.service.phase === 'failed';
  const item = (action: TrayAction, enabled = true): TrayItem => ({ label: word[action], action, enabled });
  const paused = news?.state.waiting === 'paused';
  const pausable = news !== null && news.state.waiting !== 'off' && news.state.waiting !== 'no_credentials';
  const pauses = paused ? [item('resume')] : [item('pauseHour', pausable), item('pauseTomorrow', pausable)];
  return {
    icon: iconOf(facts, attention),
    tooltip: `League Desk\n${about.join('\n')}`,
    groups: [
      about.map((label) => ({ label, action: null, enabled: false })),
      [item('open'), ...(attention ? [item('look')] : [])],
      [item('sync', news !== null && !news.running && news.state.waiting !== 'no_credentials'), ...pauses],
      [item('quit')],
    ],
  };
}

/** When a pause from the menu ends: in an hour, or at 08:00 of the next day in UTC+8. */
export function pauseEnd(action: 'pauseHour' | 'pauseTomorrow', now: Unix): Unix {
  if (action === 'pauseHour') return now + HOUR_SECONDS;
  return startOfDay(addDays(dayOf(now), 1))! + 8 * HOUR_SECONDS;
}

function iconOf({ news }: TrayFacts, attention: boolean): TrayIcon {
  if (attention) return 'attention';
  if (news?.running) return 'running';
  return news === null || news.state.waiting === null ? 'idle' : 'paused';
}

function stateText({ service, news, language, now }: TrayFacts): string {
  const word = trayWords[language];
  if (service.phase === 'failed') return failureText(service.error, textLanguage(language)).title;
  if (news === null) return word.starting;
  const { attention, waiting, paused_until, next_at } = news.state;
  const [first] = attention;
  if (first) return failureText(first, textLanguage(language)).title;
  if (news.running) return word.running;
  if (waiting === 'paused' && paused_until !== null) return fill(word.paused, paused_until, now);
  if (waiting !== null) return waiting === 'paused' ? word.idle : word[waiting];
  return next_at === null ? word.idle : fill(word.next, next_at, now);
}

function knownText({ known_as_of }: BackgroundNews, language: Language): string {
  const word = trayWords[language];
  return known_as_of === null
    ? word.neverSynced
    : word.known.replace('{time}', formatInstant(known_as_of).slice(0, 16));
}

/** Only the time where it is today's. */
function fill(text: string, at: Unix, now: Unix): string {
  const shown = formatInstant(at).slice(0, 16);
  return text.replace('{time}', dayOf(at) === dayOf(now) ? shown.slice(11) : shown);
}

export function textLanguage(language: Language): 'zh' | 'en' {
  return language === 'en' ? 'en' : 'zh';
}
