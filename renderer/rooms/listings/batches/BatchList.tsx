import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StagedBatch } from '../../../../shared/contract/staging.ts';
import { usePages } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import { EmptyState, VirtualTable } from '../../../parts/index.ts';
import { batchColumns } from './batch-columns.tsx';
import { useBatchContent, useBatchTitle } from './batch-words.ts';

const PAGE_ROWS = 30;
const keyOf = (batch: StagedBatch) => String(batch.batch_id);

export function BatchList({ onOpen }: { onOpen: (batchId: number) => void }) {
  const { t } = useTranslation('staging');
  const { set } = useFilters();
  const pages = usePages('staging.list', { limit: PAGE_ROWS });
  const titleOf = useBatchTitle();
  const contentOf = useBatchContent();
  const columns = useMemo(() => batchColumns(t, { titleOf, contentOf }), [t, titleOf, contentOf]);
  return (
    <VirtualTable
      label={t('view.batches')}
      source={pages}
      columns={columns}
      rowKey={keyOf}
      rowHeight={48}
      onOpen={(batch) => onOpen(batch.batch_id)}
      empty={
        <EmptyState
          title={t('empty.title')}
          text={t('empty.text')}
          action={
            <Button type="primary" onClick={() => set({ view: null })}>
              {t('to_shelf')}
            </Button>
          }
        />
      }
    />
  );
}
