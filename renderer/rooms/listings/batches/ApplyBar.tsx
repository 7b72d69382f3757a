import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '../../../../shared/contract/routes.ts';
import { useAction } from '../../../app/client/index.ts';
import { counted } from '../../orders/review/counted.ts';
import { waitingOf } from './batch-words.ts';
import { useCheck } from './use-check.ts';
import { useUndo } from './use-undo.ts';

interface Props {
  batch: RouteOutput<'staging.get'>;
  onOpen: (batchId: number | null) => void;
}

/** What can be done with a whole batch now; what it needs next comes first. */
export function ApplyBar({ batch, onOpen }: Props) {
  const { t } = useTranslation('staging');
  const { batch_id, kind, state, counts, job_id, undone_by } = batch;
  const { check, starting } = useCheck(batch_id);
  const pause = useAction('staging.pause');
  const retry = useAction('staging.retry');
  const undo = useUndo(onOpen);
  const waiting = waitingOf(batch);
  const missed = counts.failed + counts.skipped;
  if (job_id !== null)
    return (
      <div className="ld-batch-actions">
        <Button loading={pause.isPending} onClick={() => pause.mutate({ batch_id })}>
          {t('pause')}
        </Button>
      </div>
    );
  const open = state === 'staged' || state === 'paused';
  return (
    <div className="ld-batch-actions">
      {open ? <ApplyButton batch={batch} waiting={waiting} /> : null}
      {open && waiting > 0 ? (
        <Button title={t('check.hint')} loading={starting} onClick={check}>
          {t('check.button')}
        </Button>
      ) : null}
      {missed > 0 && state !== 'discarded' ? (
        <Button loading={retry.isPending} onClick={() => retry.mutate({ batch_id })}>
          {t('retry.all', counted(missed))}
        </Button>
      ) : null}
      {undone_by === null ? null : (
        <Button type="text" onClick={() => onOpen(undone_by)}>
          {t('undo.open')}
        </Button>
      )}
      {counts.done > 0 && kind !== 'partnership' ? (
        <Button loading={undo.isPending} onClick={() => undo.mutate({ batch_id })}>
          {t('undo.all')}
        </Button>
      ) : null}
      {open ? <DiscardButton batchId={batch_id} /> : null}
    </div>
  );
}

function ApplyButton({ batch, waiting }: { batch: Props['batch']; waiting: number }) {
  const { t } = useTranslation('staging');
  const { modal } = App.useApp();
  const { batch_id, state, blocked } = batch;
  const apply = useAction('staging.apply');
  const begin = () => apply.mutateAsync({ batch_id }).catch(() => {});
  const confirm = () =>
    modal.confirm({
      title: t('apply.title', counted(waiting)),
      content: (
        <>
          <p>{t('apply.does')}</p>
          {blocked > 0 ? <p>{t('apply.blocked', counted(blocked))}</p> : null}
        </>
      ),
      okText: t('apply.button', counted(waiting)),
      onOk: begin,
    });
  return state === 'paused' ? (
    <Button type="primary" loading={apply.isPending} onClick={() => void begin()}>
      {t('apply.continue')}
    </Button>
  ) : (
    <Button type="primary" disabled={waiting === 0} loading={apply.isPending} onClick={confirm}>
      {t('apply.button', counted(waiting))}
    </Button>
  );
}

function DiscardButton({ batchId }: { batchId: number }) {
  const { t } = useTranslation('staging');
  const { modal } = App.useApp();
  const discard = useAction('staging.discard');
  const confirm = () =>
    modal.confirm({
      title: t('discard.title'),
      content: t('discard.does'),
      okText: t('discard.confirm'),
      okButtonProps: { danger: true },
      onOk: () => discard.mutateAsync({ batch_id: batchId }).catch(() => {}),
    });
  return (
    <Button type="text" danger loading={discard.isPending} onClick={confirm}>
      {t('discard.button')}
    </Button>
  );
}
