import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderVersion } from '../../../shared/contract/order.ts';
import { Instant } from '../../parts/Instant.tsx';
import { RawReply } from '../../parts/RawReply.tsx';
import { CommissionStatusTag, OrderStatusTag } from '../../parts/StatusTag.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { VersionChanges } from './VersionChanges.tsx';

/** Every state that was seen, the newest first, each with what it changed. */
export function VersionTimeline({ versions }: { versions: OrderVersion[] }) {
  const newestFirst = versions.toSorted((a, b) => b.seq - a.seq);
  return (
    <ol className="ld-versions">
      {newestFirst.map((version, index) => (
        <VersionItem
          key={version.seq}
          version={version}
          newest={index === 0}
          first={index === newestFirst.length - 1}
        />
      ))}
    </ol>
  );
}

function VersionItem({ version, newest, first }: { version: OrderVersion; newest: boolean; first: boolean }) {
  const { t } = useTranslation('orders');
  const [raw, setRaw] = useState(false);
  return (
    <li className={newest ? 'ld-version ld-version--newest' : 'ld-version'}>
      <header>
        <b>{t('version.number', { seq: version.seq })}</b>
        {newest ? <Tag tone="accent">{t('version.current')}</Tag> : null}
        <OrderStatusTag code={version.order_status} />
        <CommissionStatusTag code={version.commission_status} />
        <span className="ld-faint">
          {t('version.read')} <Instant at={version.seen_at} as="second" />
        </span>
        {newest ? null : (
          <Button type="link" size="small" onClick={() => setRaw(!raw)} aria-expanded={raw}>
            {t('version.show_raw')}
          </Button>
        )}
      </header>
      {first ? (
        <p className="ld-faint">{t('version.first')}</p>
      ) : version.changes.length ? (
        <VersionChanges changes={version.changes} />
      ) : (
        <p className="ld-faint">{t('version.quiet')}</p>
      )}
      {raw ? <RawReply json={version.raw} /> : null}
    </li>
  );
}
