import { ArrowRightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { ProductDetail } from '../../../shared/contract/product.ts';
import { useWord } from '../../app/i18n/words.ts';
import { Instant, Rate } from '../../parts/index.ts';
import { PriceRange } from './PriceRange.tsx';

/** What was seen to change, newest first, each value as its field is read elsewhere. */
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
  const word = useWord();
  if (text === null || text === '') return <span className="ld-faint">—</span>;
  const range = /^(\d{1,15})(?:-(\d{1,15}))?$/.exec(text);
  if (!range) return <span className="ld-products-value">{text}</span>;
  const value = Number(range[1]);
  switch (field) {
    case 'price':
      return <PriceRange least={value} most={Number(range[2] ?? range[1])} />;
    case 'service_ratio':
      return <Rate ppm={value} />;
    case 'plan_start_at':
    case 'plan_end_at':
      return <Instant at={value} />;
    case 'plan_status':
    case 'product_status':
      return <span>{word(field, value)}</span>;
    default:
      return <span className="ld-products-value">{text}</span>;
  }
}
