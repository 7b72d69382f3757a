import { useTranslation } from 'react-i18next';

const KEYS = [
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

/** The table's keys, for whoever would rather not reach for the mouse. */
export function TableKeys() {
  const { t } = useTranslation('orders');
  return (
    <dl className="ld-keys">
      {KEYS.map(([what, keys]) => (
        <div key={what}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{t(`keys.${what}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
