import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Resource, SyncStatus } from '../../shared/contract/sync.ts';
import { formatInstant } from '../../shared/time.ts';
import { useRoute } from '../app/client/index.ts';
import { useWord } from '../app/i18n/words.ts';
import { knownOf } from './known-of.ts';
import { usePlatformNow } from './platform-now.ts';

/** «数据截至 2026-11-22 14:35» of the kinds of data a page shows; each of them on hover. Amber when older than a day. */
export function KnownLine({ of }: { of: readonly Resource[] }) {
  const { data: status } = useRoute('sync.status', {});
  return status ? <Line status={status} of={of} /> : null;
}

function Line({ status, of }: { status: SyncStatus; of: readonly Resource[] }) {
  const { t } = useTranslation('sync');
  const now = usePlatformNow();
  const { kind, at } = knownOf(status.known_as_of, of, now);
  return (
    <Tooltip title={<Each status={status} of={of} />} placement="bottom" mouseEnterDelay={0.3}>
      <span className={`ld-known-line ld-known-line--${kind}`} data-known-line={kind}>
        {kind === 'never'
          ? t('known.never')
          : kind === 'partial'
            ? t('known.partial')
            : t('known.as_of', { instant: formatInstant(at!).slice(0, 16) })}
        {kind === 'old' ? ` · ${t('known.old')}` : null}
      </span>
    </Tooltip>
  );
}

function Each({ status, of }: { status: SyncStatus; of: readonly Resource[] }) {
  const { t } = useTranslation('sync');
  const word = useWord();
  return of.map((resource) => {
    const known = status.known_as_of[resource];
    return (
      <div key={resource}>
        {word('resource', resource)} {known === null ? t('status.never') : formatInstant(known)}
      </div>
    );
  });
}
