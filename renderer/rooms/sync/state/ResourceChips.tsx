import { useTranslation } from 'react-i18next';
import { RESOURCES, type SyncStatus } from '../../../../shared/contract/sync.ts';
import { formatInstant } from '../../../../shared/time.ts';
import { useWord } from '../../../app/i18n/words.ts';
import { isOld } from '../../../parts/known-of.ts';
import { usePlatformNow } from '../../../parts/platform-now.ts';

/** The table of the kinds of data in one line, for the tabs that need the room. */
export function ResourceChips({ status }: { status: SyncStatus }) {
  const { t } = useTranslation('sync');
  const word = useWord();
  const now = usePlatformNow();
  return (
    <ul className="ld-known-chips" aria-label={t('status.known')}>
      <li className="ld-faint">{t('status.known')}</li>
      {RESOURCES.map((resource) => {
        const known = status.known_as_of[resource];
        return (
          <li key={resource}>
            <span className="ld-soft">{word('resource', resource)}</span>{' '}
            <span className={known === null ? 'ld-faint' : isOld(known, now) ? 'ld-warn-text' : undefined}>
              {known === null ? t('status.never') : formatInstant(known).slice(5, 16)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
