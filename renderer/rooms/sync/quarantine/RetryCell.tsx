import { CheckCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { QuarantineRow } from '../../../../shared/contract/sync.ts';
import { useAction } from '../../../app/client/index.ts';
import { failureOf, useFailureText } from '../../../parts/index.ts';
import type { RetryOutcome } from './quarantine-columns.tsx';

/** Tries one key at once and says in place what came of it. */
export function RetryCell({
  row,
  outcome,
  onOutcome,
}: {
  row: QuarantineRow;
  outcome: RetryOutcome | null;
  onOutcome: (outcome: RetryOutcome) => void;
}) {
  const { t } = useTranslation('sync');
  const failureText = useFailureText();
  const retry = useAction('sync.retry_key', {
    quiet: true,
    onDone: ({ read, reason }) => onOutcome(read ? { read } : { read: false, reason }),
  });
  if (outcome?.read) {
    return (
      <span className="ld-ok-text">
        <CheckCircleOutlined /> {t('quarantine.read')}
      </span>
    );
  }
  const why = retry.error ? failureOf(retry.error).code : (outcome?.reason ?? null);
  return (
    <span className="ld-retry">
      <Button
        size="small"
        loading={retry.isPending}
        onClick={() => retry.mutate({ order_id: row.order_id, sku_id: row.sku_id })}
      >
        {t('quarantine.retry')}
      </Button>
      {outcome || retry.error ? (
        <span
          className="ld-ellipsis ld-warn-text"
          role="status"
          title={why ? failureText({ code: why, params: {} }).title : undefined}
        >
          {retry.error && why ? failureText({ code: why, params: {} }).title : t('quarantine.still')}
        </span>
      ) : null}
    </span>
  );
}
