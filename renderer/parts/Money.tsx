import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Fen, formatFen } from '../../shared/money.ts';
import { Absent } from './Absent.tsx';

/**
 * An amount of fen as yuan: `<Money fen={row.service_amount_fen} estimated={row.commission_status === 20} />`.
 * Negative amounts are red, estimates are marked, null is a dash. Put it in a right-aligned cell.
 */
export function Money({
  fen,
  estimated = false,
  sign = false,
}: {
  fen: Fen | null | undefined;
  estimated?: boolean;
  sign?: boolean;
}) {
  const { t } = useTranslation('parts');
  if (fen === null || fen === undefined) return <Absent />;
  const kind = `ld-money${fen < 0 ? ' ld-money--negative' : ''}${estimated ? ' ld-money--estimated' : ''}`;
  const text = (
    <span className={kind}>
      {sign ? '¥' : ''}
      {formatFen(fen)}
    </span>
  );
  return estimated ? <Tooltip title={t('estimated_hint')}>{text}</Tooltip> : text;
}
