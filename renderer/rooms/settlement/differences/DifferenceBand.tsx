import { Segmented, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DifferenceReason, Recomputation } from '../../../../shared/contract/difference.ts';
import { formatCount, Money } from '../../../parts/index.ts';
import { settledRows } from '../period-address.ts';

/** The net service fee by the platform and by us, and what lies between them. */
export function DifferenceBand({ found }: { found: Recomputation }) {
  const { t } = useTranslation('difference');
  const differing = found.reasons.reduce((rows, one) => rows + one.rows, 0);
  const { period } = found;
  const behind = (narrow: Parameters<typeof settledRows>[1]) => (period === null ? null : settledRows(period, narrow));
  return (
    <div className="ld-band ld-differences__band">
      <Figure name={t('band.rows')} to={behind({})}>
        {formatCount(found.rows)}
      </Figure>
      <Figure name={t('band.platform')} hint={t('band.platform_hint')}>
        <Money fen={found.platform_fen} />
      </Figure>
      <Figure name={t('band.ours')} hint={t('band.ours_hint')}>
        <Money fen={found.ours_fen} />
      </Figure>
      <Figure name={t('band.difference')} hint={t('band.difference_hint')} strong>
        <Money fen={found.difference_fen} />
      </Figure>
      <Figure name={t('band.differing')} to={differing > 0 ? behind({ has_difference: true }) : null}>
        {formatCount(differing)}
      </Figure>
      <Figure name={t('band.without')} hint={t('band.without_hint')}>
        {formatCount(found.without_figure)}
        {found.without_figure ? (
          <small>
            <Money fen={found.without_figure_fen} />
          </small>
        ) : null}
      </Figure>
    </div>
  );
}

interface FigureProps {
  name: string;
  hint?: string;
  strong?: boolean;
  /** Where the rows behind the figure are. */
  to?: string | null;
  children: ReactNode;
}

function Figure({ name, hint = '', strong = false, to = null, children }: FigureProps) {
  const className = strong ? 'ld-band__figure ld-band__figure--strong' : 'ld-band__figure';
  const content = (
    <>
      <span>{name}</span>
      <b>{children}</b>
    </>
  );
  return (
    <Tooltip title={hint} mouseEnterDelay={0.4}>
      {to === null ? (
        <div className={className}>{content}</div>
      ) : (
        <Link href={to} className={className}>
          {content}
        </Link>
      )}
    </Tooltip>
  );
}

interface ReasonProps {
  found: Recomputation;
  reason: DifferenceReason | undefined;
  onReason: (reason: DifferenceReason | null) => void;
}

const ALL = 'all';

/** Differences by reason, each with its rows and money; one narrows the table to it. */
export function ReasonChoice({ found, reason, onReason }: ReasonProps) {
  const { t } = useTranslation('difference');
  return (
    <Segmented
      aria-label={t('column.reason')}
      value={reason ?? ALL}
      onChange={(value) => onReason(value === ALL ? null : (value as DifferenceReason))}
      options={[
        { value: ALL, label: t('all') },
        ...found.reasons.map((one) => ({
          value: one.reason,
          title: t(`reason_hint.${one.reason}`),
          label: (
            <span className="ld-differences__reason">
              {t(`reason.${one.reason}`)} <b>{formatCount(one.rows)}</b> <Money fen={one.difference_fen} />
            </span>
          ),
        })),
      ]}
    />
  );
}
