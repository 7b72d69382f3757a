import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StagedBatch, StagedRow } from '../../../../shared/contract/staging.ts';
import { useAction } from '../../../app/client/index.ts';
import { counted } from '../../orders/review/counted.ts';
import { useUndo } from './use-undo.ts';

interface Props {
  batch: StagedBatch;
  rows: readonly StagedRow[];
  onClear: () => void;
  onOpen: (batchId: number) => void;
}

/** What can be done with the chosen rows of a batch. */
export function ChosenBar({ batch, rows, onClear, onOpen }: Props) {
  const { t } = useTranslation(['staging', 'parts']);
  const { batch_id } = batch;
  const retry = useAction('staging.retry', { onDone: onClear });
  const remove = useAction('staging.remove', { onDone: onClear });
  const undo = useUndo(onOpen);
  const idle = batch.job_id === null;
  const places = (...states: StagedRow['state'][]) =>
    rows.filter(({ state }) => states.includes(state)).map(({ place }) => place);
  const [missed, made, waiting] = [places('failed', 'skipped'), places('done'), places('staged')];
  return (
    <div className="ld-action-bar" role="toolbar">
      <b>{t('chosen', counted(rows.length))}</b>
      <Button type="link" onClick={onClear}>
        {t('parts:clear_selection')}
      </Button>
      <span className="ld-action-bar__space" />
      {idle && waiting.length > 0 && batch.state === 'staged' ? (
        <Button loading={remove.isPending} onClick={() => remove.mutate({ batch_id, places: waiting })}>
          {t('remove', counted(waiting.length))}
        </Button>
      ) : null}
      {idle && missed.length > 0 ? (
        <Button type="primary" loading={retry.isPending} onClick={() => retry.mutate({ batch_id, places: missed })}>
          {t('retry.chosen', counted(missed.length))}
        </Button>
      ) : null}
      {idle && made.length > 0 && batch.kind !== 'partnership' ? (
        <Button loading={undo.isPending} onClick={() => undo.mutate({ batch_id, places: made })}>
          {t('undo.chosen', counted(made.length))}
        </Button>
      ) : null}
    </div>
  );
}
