import { ArrowRightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { ProductAlert } from '../../../../shared/contract/catalogue.ts';
import { dayOf } from '../../../../shared/time.ts';
import { Count, EllipsisText, Rate } from '../../../parts/index.ts';
import { Thumb } from '../../../parts/Thumb.tsx';
import { PriceRange } from '../PriceRange.tsx';

/** What the alert tells of, each value as its kind is read elsewhere. */
export function AlertChange({ alert }: { alert: ProductAlert }) {
  const { t } = useTranslation('products');
  switch (alert.kind) {
    case 'plan_ends':
      return (
        <span>
          {t('alert.ends', { day: alert.ends_at === null ? '—' : dayOf(alert.ends_at), count: alert.days ?? 0 })}
        </span>
      );
    case 'taken_off':
      return (
        <span>
          {t(`reason.${alert.after === 'plan_not_live' || alert.after === 'not_seen' ? alert.after : 'off_sale'}`)}
        </span>
      );
    case 'exclusive_title':
      return <EllipsisText text={alert.after ?? ''} />;
    default:
      return (
        <span className="ld-alert-change">
          <Value kind={alert.kind} text={alert.before} />
          <ArrowRightOutlined className="ld-faint" />
          <Value kind={alert.kind} text={alert.after} />
        </span>
      );
  }
}

function Value({ kind, text }: { kind: ProductAlert['kind']; text: string | null }) {
  if (text === null) return <span className="ld-faint">—</span>;
  const [least, most] = text.split('-').map(Number);
  switch (kind) {
    case 'fee_lowered':
      return <Rate ppm={Number(text)} />;
    case 'price_up':
    case 'exclusive_price':
      return <PriceRange least={least ?? null} most={most ?? least ?? null} />;
    case 'exclusive_picture':
      return <Thumb url={text} size={32} />;
    default:
      return <Count of={Number(text)} />;
  }
}
