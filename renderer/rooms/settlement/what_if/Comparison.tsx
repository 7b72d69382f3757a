import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { WhatIf } from '../../../../shared/contract/rule.ts';
import type { GroupSums } from '../../../../shared/contract/settlement.ts';
import { EmptyState, formatCount, Money, staticSource, Tag, VirtualTable } from '../../../parts/index.ts';
import { settledRows } from '../period-address.ts';
import { Difference } from './Difference.tsx';
import { promoterColumns } from './promoter-columns.tsx';

const FIGURES = [
  'service_amount_fen',
  'promoter_platform_fen',
  'promoter_owed_fen',
  'net_fen',
] as const satisfies readonly (keyof GroupSums)[];
type PromoterOfWhatIf = WhatIf['promoters'][number];
const keyOf = (one: PromoterOfWhatIf) => one.promoter_appid;

/** The month as it is beside the month as it would be, and who would get more or less. */
export function Comparison({ answer }: { answer: WhatIf }) {
  const { t } = useTranslation('what_if');
  const { real, imagined, without_rule, promoters, period } = answer;
  const source = useMemo(() => staticSource(promoters), [promoters]);
  const columns = useMemo(() => promoterColumns(t, period), [t, period]);
  return (
    <>
      <p className="ld-what-if__said">
        <Tag tone="warn">{t('imagined_only')}</Tag>
        <span className="ld-soft">{t(answer.closed ? 'of_closed' : 'of_open', { rows: formatCount(real.rows) })}</span>
        <Link href={settledRows(period)}>{t('see_orders')}</Link>
      </p>
      <table className="ld-grid ld-what-if__figures">
        <thead>
          <tr>
            <td />
            <th className="ld-grid__end">{t('real')}</th>
            <th className="ld-grid__end">{t('imagined')}</th>
            <th className="ld-grid__end">{t('difference')}</th>
          </tr>
        </thead>
        <tbody>
          {FIGURES.map((key) => (
            <tr key={key} className={key === 'net_fen' ? 'ld-what-if__net' : undefined}>
              <th>{t(`figure.${key}`)}</th>
              <td className="ld-grid__end">
                <Money fen={real[key]} />
              </td>
              <td className="ld-grid__end">
                <Money fen={imagined[key]} />
              </td>
              <td className="ld-grid__end">
                <Difference fen={imagined[key] - real[key]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {without_rule.imagined > 0 ? (
        <p className="ld-warn-text">
          {t('without_rule', { imagined: formatCount(without_rule.imagined), real: formatCount(without_rule.real) })}
        </p>
      ) : null}
      <p className="ld-soft">
        {t('changed', { rows: formatCount(answer.changed_rows), promoters: formatCount(promoters.length) })}
      </p>
      <VirtualTable
        label={t('promoters')}
        source={source}
        columns={columns}
        rowKey={keyOf}
        empty={<EmptyState title={t('nobody')} small />}
      />
    </>
  );
}
