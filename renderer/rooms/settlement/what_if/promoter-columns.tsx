import type { TFunction } from 'i18next';
import { Link } from 'wouter';
import type { WhatIf } from '../../../../shared/contract/rule.ts';
import { type Column, Count, Money, PromoterName } from '../../../parts/index.ts';
import { settledRows } from '../period-address.ts';
import { Difference } from './Difference.tsx';
import { incomeOf } from './what-if-draft.ts';

type PromoterOfWhatIf = WhatIf['promoters'][number];

export function promoterColumns(t: TFunction<'what_if'>, period: string): Column<PromoterOfWhatIf>[] {
  const money = (id: 'real' | 'imagined'): Column<PromoterOfWhatIf> => ({
    id,
    title: t(id),
    width: 130,
    align: 'end',
    render: (one) => <Money fen={incomeOf(one)[id]} />,
  });
  return [
    {
      id: 'promoter',
      title: t('promoter'),
      width: 180,
      grow: 1,
      render: ({ promoter_name, promoter_appid }) => (
        <Link href={settledRows(period, { promoter_appid: [promoter_appid] })} title={t('see_orders')}>
          <PromoterName name={promoter_name} id={promoter_appid} />
        </Link>
      ),
    },
    { id: 'rows', title: t('rows'), width: 90, align: 'end', render: ({ rows }) => <Count of={rows} /> },
    money('real'),
    money('imagined'),
    {
      id: 'difference',
      title: t('difference'),
      width: 130,
      align: 'end',
      render: (one) => <Difference fen={incomeOf(one).difference} />,
    },
  ];
}
