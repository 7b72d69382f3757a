import { useTranslation } from 'react-i18next';
import type { PromoterCard } from '../../../shared/contract/promoter.ts';
import { EllipsisText, Rate, Tag, type Tone } from '../../parts/index.ts';

const TONES: Record<string, Tone> = { platform: 'ok', local: 'accent', pending: 'warn', failed: 'bad' };

/** Products on which this promoter has a split other than his own. */
export function ProductSplits({ splits }: { splits: PromoterCard['product_splits'] }) {
  const { t, i18n } = useTranslation(['promoters', 'listings']);
  if (splits.length === 0) return <p className="ld-faint">{t('detail.no_product_splits')}</p>;
  const state = (name: string) => {
    const key = `listings:split_state.${name}`;
    return i18n.exists(key) ? i18n.t(key as never) : name;
  };
  return (
    <table className="ld-plain-table ld-promoter__splits">
      <thead>
        <tr>
          <th>{t('detail.split_product')}</th>
          <th className="ld-end">{t('detail.split_ratio')}</th>
          <th className="ld-end">{t('detail.split_state')}</th>
        </tr>
      </thead>
      <tbody>
        {splits.map((split) => (
          <tr key={`${split.shop_appid}/${split.product_id}`}>
            <td>
              <EllipsisText text={split.title} />
            </td>
            <td className="ld-end">
              <Rate ppm={split.ratio_ppm} />
            </td>
            <td className="ld-end">
              <Tag tone={TONES[split.state] ?? 'unknown'}>{state(split.state)}</Tag>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
