import { Drawer } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FundsFlow } from '../../../../shared/contract/funds.ts';
import { usePages } from '../../../app/client/index.ts';
import { type Column, EllipsisText, EmptyState, IdText, Instant, Money, VirtualTable } from '../../../parts/index.ts';
import { useFlowType } from './flow-type.ts';

export type ShownFlows = { of: 'commission' } | { of: 'other'; funds_type: number | null } | { of: 'unread' };

const keyOf = (flow: FundsFlow) => flow.flow_id;

/** The flows behind a sum of the month, as the platform gave them. */
export function FlowsDrawer({
  period,
  flows,
  onClose,
}: {
  period: string;
  flows: ShownFlows | null;
  onClose: () => void;
}) {
  const { t } = useTranslation('funds');
  return (
    <Drawer
      open={flows !== null}
      onClose={onClose}
      size={860}
      title={flows ? t(`flow.${flows.of}`) : ''}
      destroyOnHidden
      classNames={{ body: 'ld-funds__flows' }}
    >
      {flows ? <Flows period={period} flows={flows} /> : null}
    </Drawer>
  );
}

function Flows({ period, flows }: { period: string; flows: ShownFlows }) {
  const { t } = useTranslation('funds');
  const typeWord = useFlowType();
  const pages = usePages('funds.flows', { period, ...flows, limit: 100 });
  const columns = useMemo(
    (): Column<FundsFlow>[] => [
      { id: 'flow_id', title: t('flow.id'), width: 190, render: (flow) => <IdText id={flow.flow_id} /> },
      {
        id: 'type',
        title: t('flow.type'),
        width: 110,
        render: (flow) => <EllipsisText text={typeWord(flow.funds_type)} />,
      },
      {
        id: 'amount',
        title: t('flow.amount'),
        width: 100,
        align: 'end',
        render: (flow) => <Money fen={flow.amount_fen} />,
      },
      {
        id: 'balance',
        title: t('flow.balance'),
        width: 110,
        align: 'end',
        render: (flow) => <Money fen={flow.balance_fen} />,
      },
      { id: 'booked', title: t('flow.booked'), width: 136, render: (flow) => <Instant at={flow.booked_at} /> },
      { id: 'order', title: t('flow.order'), width: 180, render: (flow) => <IdText id={flow.order_id} /> },
      {
        id: 'remark',
        title: t('flow.remark'),
        width: 100,
        grow: 1,
        render: (flow) => <EllipsisText text={flow.remark ?? ''} />,
      },
    ],
    [t, typeWord],
  );
  return (
    <>
      {flows.of === 'commission' ? null : (
        <p className="ld-soft">{t(flows.of === 'unread' ? 'flow.unread_hint' : 'flow.raw_hint')}</p>
      )}
      <VirtualTable
        label={t(`flow.${flows.of}`)}
        source={pages}
        columns={columns}
        rowKey={keyOf}
        rowHeight={34}
        empty={<EmptyState small title={t('order.none_flows')} />}
      />
    </>
  );
}
