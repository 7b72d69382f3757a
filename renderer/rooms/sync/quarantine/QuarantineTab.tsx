import { ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuarantineRow } from '../../../../shared/contract/sync.ts';
import { type SyncControl, usePages } from '../../../app/client/index.ts';
import { EmptyState, VirtualTable } from '../../../parts/index.ts';
import { quarantineColumns, type RetryOutcome } from './quarantine-columns.tsx';

const keyOf = (row: QuarantineRow) => `${row.order_id}|${row.sku_id}`;

/** Commission orders the platform listed but gives no details of: named, counted, tried again. */
export default function QuarantineTab({ sync }: { sync: SyncControl }) {
  const { t } = useTranslation('sync');
  const pages = usePages('sync.quarantine', { limit: 100 });
  // Kept here: rows are unmounted when they scroll out of sight.
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, RetryOutcome>>(new Map());
  const tell = useCallback(
    (row: QuarantineRow, outcome: RetryOutcome) => setOutcomes((before) => new Map(before).set(keyOf(row), outcome)),
    [],
  );
  const columns = useMemo(
    () => quarantineColumns(t, (row) => outcomes.get(keyOf(row)) ?? null, tell),
    [t, outcomes, tell],
  );
  return (
    <div className="ld-tall ld-stack">
      {pages.rows.length ? (
        <div className="ld-tab-head">
          <p className="ld-soft">{t('quarantine.explain')}</p>
          <Button
            icon={<ReloadOutlined />}
            disabled={sync.running}
            loading={sync.starting}
            onClick={() => sync.start({ quarantine: true })}
          >
            {t('quarantine.retry_all')}
          </Button>
        </div>
      ) : null}
      <VirtualTable
        label={t('tab.quarantine')}
        source={pages}
        columns={columns}
        rowKey={keyOf}
        rowHeight={44}
        empty={<EmptyState title={t('quarantine.empty')} text={t('quarantine.empty_text')} />}
      />
    </div>
  );
}
