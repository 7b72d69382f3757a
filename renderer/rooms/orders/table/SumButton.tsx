import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Fen, formatFen } from '../../../../shared/money.ts';
import { formatCount } from '../../../parts/Count.tsx';
import { ABSENT } from './cells.tsx';

/** A figure of the totals; a click copies it as a spreadsheet reads it: 1234.56. */
export function SumButton({ name, fen, count }: { name: string; fen?: Fen | undefined; count?: number | undefined }) {
  const { t } = useTranslation('orders');
  const { message } = App.useApp();
  if (fen === undefined && count === undefined) return ABSENT;
  const shown = fen === undefined ? formatCount(count!) : formatFen(fen);
  const copied = shown.replaceAll(',', '');
  return (
    <button
      type="button"
      className={`ld-sum${(fen ?? 0) < 0 ? ' ld-money--negative' : ''}`}
      title={t('total.copy', { name })}
      aria-label={`${name} ${shown}`}
      onClick={() =>
        void navigator.clipboard.writeText(copied).then(() => message.success(t('copied', { text: copied })))
      }
    >
      {shown}
    </button>
  );
}
