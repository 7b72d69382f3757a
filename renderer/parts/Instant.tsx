import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatInstant, type Unix } from '../../shared/time.ts';
import { Absent } from './Absent.tsx';
import { useAgo } from './ago.ts';
import { useClockSkew } from './platform-now.ts';

const LENGTH = { second: 19, minute: 16, day: 10 } as const;

/**
 * A moment in UTC+8, whatever the machine's zone: `<Instant at={row.created_at} />`. `as` chooses how exact;
 * `ago` says it relative to now. The tooltip always has the exact second.
 */
export function Instant({ at, as = 'minute' }: { at: Unix | null | undefined; as?: keyof typeof LENGTH | 'ago' }) {
  const { t } = useTranslation('parts');
  if (at === null || at === undefined) return <Absent />;
  const exact = formatInstant(at);
  return (
    <Tooltip title={`${exact} ${t('beijing_time')}`} mouseEnterDelay={0.4}>
      <time className="ld-nowrap">{as === 'ago' ? <Ago at={at} /> : exact.slice(0, LENGTH[as])}</time>
    </Tooltip>
  );
}

/** Told by the platform's clock, from which all our instants come. Apart, for tables of thousands do without it. */
function Ago({ at }: { at: Unix }) {
  return useAgo()(at, useClockSkew());
}
