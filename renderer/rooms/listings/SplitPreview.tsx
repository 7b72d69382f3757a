import { useTranslation } from 'react-i18next';
import { type Fen, formatFen } from '../../../shared/money.ts';
import type { Ppm } from '../../../shared/rate.ts';
import { PromoterNameById } from '../../parts/choose/names.tsx';
import { Rate } from '../../parts/index.ts';
import { feeRange } from './fee-preview.ts';
import type { SplitDraft } from './split-draft.ts';

interface Props {
  products: readonly { service_fee_fen: Fen | null }[];
  draft: SplitDraft;
}

/** What one piece brings to each promoter and leaves to the institution while the splits are being set. */
export function SplitPreview({ products, draft }: Props) {
  const { t } = useTranslation('listings');
  const rows: { key: string; name: React.ReactNode; ratio: Ppm | null }[] = [
    ...(draft.mode === 'fixed'
      ? [{ key: 'default', name: t('dialog.default_row'), ratio: draft.default_ratio_ppm }]
      : []),
    ...draft.splits.map(({ promoter_appid, ratio_ppm }) => ({
      key: promoter_appid,
      name: <PromoterNameById id={promoter_appid} />,
      ratio: ratio_ppm,
    })),
  ];
  if (rows.length === 0) return null;
  const priced = products.some((product) => product.service_fee_fen !== null);
  return (
    <section className="ld-split-part">
      <h3>
        {t('dialog.preview')} <span className="ld-split-aside">{t('dialog.preview_hint')}</span>
      </h3>
      {priced ? (
        <table className="ld-split-preview">
          <thead>
            <tr>
              <th>{t('dialog.preview_who')}</th>
              <th className="ld-end">{t('dialog.preview_ratio')}</th>
              <th className="ld-end">{t('dialog.promoter_gets')}</th>
              <th className="ld-end">{t('dialog.institution_keeps')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, ratio }) => {
              const range = ratio === null ? null : feeRange(products, ratio);
              return (
                <tr key={key}>
                  <td>{name}</td>
                  <td className="ld-end">
                    <Rate ppm={ratio} />
                  </td>
                  <td className="ld-end">{range ? <Span of={range.promoter} /> : null}</td>
                  <td className="ld-end">{range ? <Span of={range.institution} /> : null}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : (
        <p className="ld-faint">{t('dialog.no_fee')}</p>
      )}
    </section>
  );
}

function Span({ of: [least, most] }: { of: [Fen, Fen] }) {
  return (
    <span className="ld-money">{least === most ? formatFen(least) : `${formatFen(least)} – ${formatFen(most)}`}</span>
  );
}
