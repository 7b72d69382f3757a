import { useTranslation } from 'react-i18next';
import { KeyList } from '../../../parts/KeyList.tsx';

/** Of the room: how a question is asked. */
const ASKING = [
  ['search', ['/']],
  ['lists', ['1–8']],
  ['days', ['D']],
  ['presets', ['Alt+1–6']],
  ['more', ['F']],
  ['undo', ['Ctrl+Z', 'Ctrl+Shift+Z']],
  ['less', ['Esc']],
] as const;

const READING = [
  ['move', ['↑', '↓', 'PgUp', 'PgDn']],
  ['ends', ['Home', 'End']],
  ['cells', ['←', '→']],
  ['open', ['Enter']],
  ['choose', ['Space']],
  ['range', ['Shift+↑', 'Shift+↓']],
  ['all', ['Ctrl+A']],
  ['copy', ['Ctrl+C']],
  ['menu', ['Shift+F10']],
  ['width', ['Shift+←', 'Shift+→']],
  ['clear', ['Esc']],
] as const;

/** The keys of the room and its table, for whoever would rather not reach for the mouse. */
export function TableKeys() {
  const { t } = useTranslation('orders');
  return (
    <div className="ld-table-keys">
      <section>
        <h3>{t('keys.asking')}</h3>
        <KeyList keys={ASKING.map(([what, keys]) => [keys, t(`keys.${what}`)])} />
      </section>
      <section>
        <h3>{t('keys.reading')}</h3>
        <KeyList keys={READING.map(([what, keys]) => [keys, t(`keys.${what}`)])} />
      </section>
    </div>
  );
}
