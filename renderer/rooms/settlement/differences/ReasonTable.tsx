import { useTranslation } from 'react-i18next';
import type { Recomputation } from '../../../../shared/contract/difference.ts';
import { formatCount, Money, Tag } from '../../../parts/index.ts';
import { REASON_TONE } from './reason-tone.ts';

/** Differences of the net fee by their reason. */
export function ReasonTable({ found }: { found: Recomputation }) {
  const { t } = useTranslation('difference');
  if (found.reasons.length === 0) return <p className="ld-soft">{t('recompute.no_differences')}</p>;
  return (
    <table className="ld-grid ld-grid--dense">
      <thead>
        <tr>
          <th scope="col">{t('column.reason')}</th>
          <th scope="col" className="ld-grid__end">
            {t('recompute.rows')}
          </th>
          <th scope="col" className="ld-grid__end">
            {t('band.difference')}
          </th>
          <th scope="col" className="ld-grid__end">
            {t('recompute.absolute')}
          </th>
          <th scope="col" className="ld-grid__end">
            {t('state.accepted')}
          </th>
        </tr>
      </thead>
      <tbody>
        {found.reasons.map((one) => (
          <tr key={one.reason}>
            <th scope="row">
              <Tag tone={REASON_TONE[one.reason]}>{t(`reason.${one.reason}`)}</Tag>{' '}
              <small className="ld-faint">{t(`reason_hint.${one.reason}`)}</small>
            </th>
            <td className="ld-grid__end">{formatCount(one.rows)}</td>
            <td className="ld-grid__end">
              <Money fen={one.difference_fen} />
            </td>
            <td className="ld-grid__end">
              <Money fen={one.absolute_fen} />
            </td>
            <td className="ld-grid__end">{formatCount(one.accepted_rows)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
