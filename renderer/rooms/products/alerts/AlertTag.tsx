import { useTranslation } from 'react-i18next';
import type { AlertKind } from '../../../../shared/alert-kind.ts';
import { Tag, type Tone } from '../../../parts/Tag.tsx';

const TONE: Record<AlertKind, Tone> = {
  taken_off: 'bad',
  plan_ends: 'warn',
  stock_low: 'warn',
  fee_lowered: 'bad',
  price_up: 'warn',
  exclusive_price: 'info',
  exclusive_stock: 'info',
  exclusive_title: 'info',
  exclusive_picture: 'info',
};

export function AlertTag({ kind }: { kind: AlertKind }) {
  const { t } = useTranslation('products');
  return <Tag tone={TONE[kind]}>{t(`alert.kind.${kind}`)}</Tag>;
}
