import { useTranslation } from 'react-i18next';
import type { PromoterCard } from '../../../shared/contract/promoter.ts';
import { Instant, PayerTag, PromoterName, Rate } from '../../parts/index.ts';

/** Every state of the promoter that was seen, newest first. */
export function PromoterHistory({ history }: { history: PromoterCard['history'] }) {
  const { t } = useTranslation('promoters');
  const newestFirst = history.toSorted((a, b) => b.seen_at - a.seen_at);
  return (
    <table className="ld-plain-table">
      <thead>
        <tr>
          <th>{t('detail.history_seen')}</th>
          <th>{t('detail.history_name')}</th>
          <th>{t('detail.history_payer')}</th>
          <th className="ld-end">{t('detail.history_ratio')}</th>
        </tr>
      </thead>
      <tbody>
        {newestFirst.map((state) => (
          <tr key={state.seen_at}>
            <td>
              <Instant at={state.seen_at} />
            </td>
            <td>
              <PromoterName name={state.name} id={null} />
            </td>
            <td>
              <PayerTag code={state.payer} />
            </td>
            <td className="ld-end">
              <Rate ppm={state.ratio_ppm} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
