import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OrderVersion } from '../../../../shared/contract/order.ts';
import type { Unix } from '../../../../shared/time.ts';
import { Instant } from '../../../parts/Instant.tsx';
import { CommissionStatusTag, OrderStatusTag } from '../../../parts/StatusTag.tsx';
import { Tag } from '../../../parts/Tag.tsx';
import { VersionChanges } from './VersionChanges.tsx';
import type { Pair } from './VersionsSection.tsx';

interface Props {
  /** Newest first. */
  versions: readonly OrderVersion[];
  /** Which of them the page above shows. */
  shown: number | null;
  /** Sets the page to when the version was read; null: to the newest. */
  onLook: (at: Unix | null) => void;
  onCompare: (pair: Pair) => void;
}

/** Every state that was seen, the newest first, each with what it changed. */
export function VersionTimeline({ versions, shown, onLook, onCompare }: Props) {
  return (
    <ol className="ld-versions">
      {versions.map((version, index) => (
        <VersionItem
          key={version.seq}
          version={version}
          newest={index === 0}
          shown={version.seq === shown}
          later={shown !== null && version.seq > shown}
          before={versions[index + 1] ?? null}
          onLook={onLook}
          onCompare={onCompare}
        />
      ))}
    </ol>
  );
}

function VersionItem({
  version,
  newest,
  shown,
  later,
  before,
  onLook,
  onCompare,
}: {
  version: OrderVersion;
  newest: boolean;
  shown: boolean;
  /** Not yet known at the moment the page shows. */
  later: boolean;
  before: OrderVersion | null;
} & Pick<Props, 'onLook' | 'onCompare'>) {
  const { t } = useTranslation('orders');
  const kind = shown ? ' ld-version--shown' : later ? ' ld-version--later' : '';
  return (
    <li className={`ld-version${kind}`} aria-current={shown ? 'true' : undefined}>
      <header>
        <b>{t('version.number', { seq: version.seq })}</b>
        {newest ? <Tag tone="accent">{t('version.current')}</Tag> : null}
        <OrderStatusTag code={version.order_status} />
        <CommissionStatusTag code={version.commission_status} />
        <span className="ld-faint">
          {t('version.read')} <Instant at={version.seen_at} as="second" />
        </span>
        <span className="ld-version__actions">
          {before ? (
            <Button type="link" size="small" onClick={() => onCompare({ left: before.seq, right: version.seq })}>
              {t('version.compare_before')}
            </Button>
          ) : null}
          {shown ? (
            <span className="ld-version__here">{t('version.shown')}</span>
          ) : (
            <Button type="link" size="small" onClick={() => onLook(newest ? null : version.seen_at)}>
              {t(newest ? 'version.look_now' : 'version.look_then')}
            </Button>
          )}
        </span>
      </header>
      {before === null ? (
        <p className="ld-faint">{t('version.first')}</p>
      ) : version.changes.length ? (
        <VersionChanges changes={version.changes} />
      ) : (
        <p className="ld-faint">{t('version.quiet')}</p>
      )}
    </li>
  );
}
