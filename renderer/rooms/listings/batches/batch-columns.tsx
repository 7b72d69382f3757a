import { Progress } from 'antd';
import type { TFunction } from 'i18next';
import type { StagedBatch } from '../../../../shared/contract/staging.ts';
import { type Column, EllipsisText, formatCount, Instant, Tag } from '../../../parts/index.ts';
import { counted } from '../../orders/review/counted.ts';
import { BATCH_TONE, madeOf } from './batch-words.ts';

interface Words {
  titleOf: (batch: StagedBatch) => string;
  contentOf: (batch: StagedBatch) => string;
}

export function batchColumns(t: TFunction<'staging'>, { titleOf, contentOf }: Words): Column<StagedBatch>[] {
  return [
    {
      id: 'batch',
      title: t('column.batch'),
      width: 190,
      grow: 2,
      render: (batch) => (
        <span className="ld-batch-name">
          <EllipsisText text={titleOf(batch)} />
          <small>
            <EllipsisText text={contentOf(batch)} />
          </small>
        </span>
      ),
    },
    {
      id: 'state',
      title: t('column.state'),
      width: 84,
      render: ({ state }) => <Tag tone={BATCH_TONE[state]}>{t(`state.${state}`)}</Tag>,
    },
    {
      id: 'progress',
      title: t('column.progress'),
      width: 178,
      render: (batch) => <BatchProgress batch={batch} />,
    },
    {
      id: 'outcome',
      title: t('column.outcome'),
      width: 170,
      grow: 1,
      render: (batch) => <Outcome t={t} batch={batch} />,
    },
    {
      id: 'made',
      title: t('column.made'),
      width: 132,
      render: (batch) => <ByWhen at={batch.made_at} by={batch.made_by} />,
    },
    {
      id: 'started',
      title: t('column.started'),
      width: 132,
      render: (batch) => <ByWhen at={batch.started_at} by={batch.started_by} />,
    },
  ];
}

function BatchProgress({ batch }: { batch: StagedBatch }) {
  const made = madeOf(batch);
  const settled = made + batch.counts.failed + batch.counts.skipped;
  const percent = batch.rows === 0 ? 0 : Math.floor((settled / batch.rows) * 100);
  return (
    <span className="ld-batch-progress">
      <Progress
        percent={percent}
        size="small"
        showInfo={false}
        aria-label={`${percent}%`}
        status={batch.state === 'applying' ? 'active' : 'normal'}
      />
      <span className="ld-batch-progress__count">
        {formatCount(made)} / {formatCount(batch.rows)}
      </span>
    </span>
  );
}

function Outcome({ t, batch }: { t: TFunction<'staging'>; batch: StagedBatch }) {
  const { failed, skipped, undone } = batch.counts;
  const troubles = [
    ...(failed > 0 ? [{ tone: 'bad' as const, text: t('failed', counted(failed)) }] : []),
    ...(skipped > 0 ? [{ tone: 'warn' as const, text: t('skipped', counted(skipped)) }] : []),
    ...(batch.blocked > 0 && batch.state !== 'discarded'
      ? [{ tone: 'warn' as const, text: t('blocked', counted(batch.blocked)) }]
      : []),
    ...(undone > 0 ? [{ tone: 'quiet' as const, text: t('undone', counted(undone)) }] : []),
  ];
  if (troubles.length === 0) return batch.state === 'done' ? <span className="ld-faint">{t('all_made')}</span> : null;
  return (
    <span className="ld-batch-troubles">
      {troubles.map(({ tone, text }) => (
        <Tag key={text} tone={tone}>
          {text}
        </Tag>
      ))}
    </span>
  );
}

function ByWhen({ at, by }: { at: number | null; by: string | null }) {
  return (
    <span className="ld-batch-name">
      <Instant at={at} />
      {by ? <small className="ld-ellipsis">{by}</small> : null}
    </span>
  );
}
