import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnershipRow } from '../../../shared/contract/partnership.ts';
import type { StagedRow, StagedState } from '../../../shared/contract/staging.ts';
import { useAction, useJob, useRoute } from '../../app/client/index.ts';
import { ErrorState, Instant, JobProgress, ShopName, Tag, useFailureText } from '../../parts/index.ts';
import { ROW_TONE } from '../listings/batches/batch-words.ts';
import { counted } from '../orders/review/counted.ts';

/** What a second try is for: refused, left out, or not come to when something stopped all of it. */
const AGAIN: readonly StagedState[] = ['failed', 'skipped', 'staged', 'asked'];

interface Props {
  shops: readonly PartnershipRow[];
  decision: 'accept' | 'refuse';
  /** `begun`: something was asked of the platform. */
  onClose: (begun: boolean) => void;
}

/**
 * One answer to several invitations: what it will be about, then what became of each. The work is a staged batch, so a
 * program that ends in the middle goes on with it, and closing the dialog does not stop it.
 */
export function DecideMany({ shops, decision, onClose }: Props) {
  const { t } = useTranslation('partnerships');
  const [note, setNote] = useState('');
  const [batchId, setBatchId] = useState<number | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const watched = useJob(jobId);
  const apply = useAction('staging.apply', { quiet: true, onDone: ({ job_id }) => setJobId(job_id) });
  const retry = useAction('staging.retry', { quiet: true, onDone: ({ job_id }) => setJobId(job_id) });
  const stage = useAction('staging.stage', {
    quiet: true,
    onDone: ({ batch }) => {
      setBatchId(batch.batch_id);
      apply.mutate({ batch_id: batch.batch_id });
    },
  });
  const rows = useRoute(
    'staging.rows',
    { batch_id: batchId ?? 0, limit: shops.length },
    { enabled: batchId !== null, keep: true },
  ).data?.rows;
  const { job, running } = watched;
  const ended = batchId !== null && job !== null && !running;
  const again = (rows ?? []).filter(({ state }) => AGAIN.includes(state));
  const error = stage.error ?? apply.error ?? retry.error ?? (job?.state === 'failed' ? job.error : null);
  const goOn = () => {
    const batch = { batch_id: batchId! };
    if (again.some(({ state }) => state === 'failed' || state === 'skipped')) retry.mutate(batch);
    else apply.mutate(batch);
  };
  return (
    <Modal
      open
      width={640}
      title={t(`many.title_${decision}`, counted(shops.length))}
      onCancel={() => onClose(batchId !== null)}
      footer={
        batchId === null ? (
          <>
            <Button onClick={() => onClose(false)}>{t('many.not_now')}</Button>
            <Button
              type="primary"
              danger={decision === 'refuse'}
              loading={stage.isPending}
              onClick={() =>
                stage.mutate({
                  invitations: { shops: shops.map(({ shop_appid }) => shop_appid), decision, note },
                })
              }
            >
              {t(`many.confirm_${decision}`, counted(shops.length))}
            </Button>
          </>
        ) : (
          <>
            {ended && again.length > 0 ? (
              <Button loading={retry.isPending || apply.isPending} onClick={goOn}>
                {t('many.retry', counted(again.length))}
              </Button>
            ) : null}
            <Button type="primary" onClick={() => onClose(true)}>
              {t(ended ? 'many.finish' : 'many.leave')}
            </Button>
          </>
        )
      }
    >
      <div className="ld-stack">
        <p className="ld-soft">{t(`many.does_${decision}`)}</p>
        {batchId === null ? (
          <Input.TextArea
            aria-label={t('decide.note')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            placeholder={t('decide.note_placeholder')}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={1000}
          />
        ) : null}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keys */}
        <ul className="ld-decide-many" tabIndex={0} aria-label={t('table')}>
          {shops.map((shop) => (
            <li key={shop.shop_appid} data-shop={shop.shop_appid}>
              <ShopName name={shop.shop_name} id={shop.shop_appid} />
              <Outcome shop={shop} row={rows?.find(({ product }) => product.shop_appid === shop.shop_appid)} />
            </li>
          ))}
        </ul>
        {running ? <JobProgress watched={watched} step={t('many.working')} cancellable={false} /> : null}
        {error && job?.state !== 'cancelled' ? <ErrorState error={error} small /> : null}
      </div>
    </Modal>
  );
}

/** Since when a shop waits, before it is asked for; then what became of it, and why. */
function Outcome({ shop, row }: { shop: PartnershipRow; row: StagedRow | undefined }) {
  const { t } = useTranslation(['partnerships', 'staging']);
  const failureText = useFailureText();
  if (!row)
    return (
      <span className="ld-soft">
        {t('many.since')} <Instant at={shop.first_seen_at} />
      </span>
    );
  const code = row.error_code ?? row.blocked;
  const why = code === null ? null : failureText({ code, params: row.error_params });
  return (
    <span className="ld-decide-many__outcome" data-state={row.state}>
      {why ? (
        <small className="ld-ellipsis" title={`${why.title}\n${why.next}\n${code}`}>
          {why.title}
        </small>
      ) : null}
      <Tag tone={ROW_TONE[row.state]}>{t(`staging:row_state.${row.state}`)}</Tag>
    </span>
  );
}
