import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuarantineRow } from '../../../shared/contract/sync.ts';
import { usePages } from '../../app/client/index.ts';
import { type Column, Count, EmptyState, IdText, Instant, useFailureText, VirtualTable } from '../../parts/index.ts';

const keyOf = (row: QuarantineRow) => `${row.order_id}|${row.sku_id}`;

/** Commission orders the platform listed but gives no details of: named, counted, tried again. */
export function QuarantineList() {
  const { t } = useTranslation('sync');
  const failureText = useFailureText();
  const pages = usePages('sync.quarantine', { limit: 100 });
  const columns = useMemo(
    (): Column<QuarantineRow>[] => [
      { id: 'order', title: t('quarantine.order'), width: 190, render: (row) => <IdText id={row.order_id} /> },
      { id: 'sku', title: t('quarantine.sku'), width: 170, render: (row) => <IdText id={row.sku_id} /> },
      {
        id: 'reason',
        title: t('quarantine.reason'),
        width: 180,
        grow: 1,
        render: (row) => (
          <span className="ld-ellipsis" title={row.reason}>
            {row.reason === 'reply.unreadable'
              ? t('quarantine.unreadable')
              : failureText({ code: row.reason, params: {} }).title}
          </span>
        ),
      },
      { id: 'since', title: t('quarantine.since'), width: 140, render: (row) => <Instant at={row.since} /> },
      {
        id: 'tries',
        title: t('quarantine.tries'),
        width: 70,
        align: 'end',
        render: (row) => <Count of={row.tries} />,
      },
      { id: 'last', title: t('quarantine.last_try'), width: 140, render: (row) => <Instant at={row.last_try_at} /> },
    ],
    [t, failureText],
  );
  return (
    <div className="ld-quarantine">
      {pages.rows.length ? <p className="ld-soft">{t('quarantine.explain')}</p> : null}
      <VirtualTable
        label={t('tab.quarantine')}
        source={pages}
        columns={columns}
        rowKey={keyOf}
        empty={<EmptyState title={t('quarantine.empty')} text={t('quarantine.empty_text')} />}
      />
    </div>
  );
}
