import { CloudSyncOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { HuntAnswer } from '../../../../shared/contract/hunt.ts';
import { dayOf } from '../../../../shared/time.ts';
import { type SyncControl, useAction } from '../../../app/client/index.ts';
import { useHunt } from '../../../state/hunt.ts';
import { orderAddress } from '../../orders/open-order.ts';

export interface SyncStart {
  start: SyncControl['start'];
  busy: boolean;
}

/** The one next step of an answer, and the look-up at the platform for every number that is one. */
export function HuntAction({
  answer,
  row,
  sync,
}: {
  answer: HuntAnswer;
  row: HuntAnswer['rows'][number] | null;
  sync: SyncStart;
}) {
  const { t } = useTranslation('hunt');
  const correct = useHunt((hunt) => hunt.correct);
  const lookUp = useAction('hunt.look_up', { onDone: correct });
  const { verdict, hour_at: hour, order_id } = answer;
  const ask = verdict === 'not_in_books' || verdict === 'unanswered' || verdict === 'quarantined';
  return (
    <span className="ld-hunt-action">
      {row ? (
        <Link href={orderAddress({ order_id, sku_id: row.sku_id })}>{t('action.open')}</Link>
      ) : verdict === 'not_yet_read' && hour !== null ? (
        <Button size="small" disabled={sync.busy} onClick={() => sync.start({ only: ['orders'], since: dayOf(hour) })}>
          {t('action.read_hour')}
        </Button>
      ) : verdict === 'queued' || verdict === 'not_yet_read' ? (
        <Button size="small" disabled={sync.busy} onClick={() => sync.start({ only: ['orders'] })}>
          {t('action.sync')}
        </Button>
      ) : null}
      {verdict === 'damaged' ? null : (
        <Button
          size="small"
          type={ask ? 'default' : 'text'}
          icon={<CloudSyncOutlined />}
          loading={lookUp.isPending}
          onClick={() => lookUp.mutate({ order_id })}
          title={t('action.look_up')}
          aria-label={t('action.look_up')}
        >
          {ask ? t('action.look_up') : null}
        </Button>
      )}
    </span>
  );
}
