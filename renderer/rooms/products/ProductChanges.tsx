import { ArrowRightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { ProductDetail } from '../../../shared/contract/product.ts';
import { Instant, Money, Rate } from '../../parts/index.ts';

/** What was seen to change, newest first; values by the kind their field's name tells. */
export function ProductChanges({ changes }: { changes: ProductDetail['changes'] }) {
  const { t, i18n } = useTranslation('products');
  if (changes.length === 0) return <p className="ld-faint">{t('detail.no_changes')}</p>;
  const name = (field: string) => {
    const key = `products:field.${field}`;
    return i18n.exists(key) ? i18n.t(key as never) : field;
  };
  return (
    <table className="ld-plain-table">
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.seen_at}/${change.field}`}>
            <td className="ld-faint">
              <Instant at={change.seen_at} />
            </td>
            <td>{name(change.field)}</td>
            <td>
              <Value field={change.field} text={change.before} /> <ArrowRightOutlined className="ld-faint" />{' '}
              <Value field={change.field} text={change.after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ field, text }: { field: string; text: string | null }) {
  if (text === null || text === '') return <span className="ld-faint">—</span>;
  if (/^-?\d{1,15}$/.test(text)) {
    if (field.endsWith('_fen')) return <Money fen={Number(text)} />;
    if (field.endsWith('_ppm')) return <Rate ppm={Number(text)} />;
    if (field.endsWith('_at')) return <Instant at={Number(text)} />;
  }
  return <span className="ld-products-value">{text}</span>;
}
