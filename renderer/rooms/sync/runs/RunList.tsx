import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ResourceOutcome, SyncRun } from '../../../../shared/contract/sync.ts';
import { runSums, useRoute } from '../../../app/client/index.ts';
import { useWord } from '../../../app/i18n/words.ts';
import {
  Absent,
  Count,
  EmptyState,
  Instant,
  Loaded,
  Panel,
  Tag,
  type Tone,
  useFailureText,
} from '../../../parts/index.ts';
import { formatSeconds } from '../clock.ts';

const TONES: Record<SyncRun['state'], Tone> = {
  running: 'accent',
  done: 'ok',
  failed: 'bad',
  cancelled: 'quiet',
  interrupted: 'warn',
};

/** Past runs, newest first; each opens to its kinds of data. */
export function RunList() {
  const { t } = useTranslation('sync');
  const word = useWord();
  const runs = useRoute('sync.runs', { limit: 50 });
  return (
    <Panel flush title={t('runs.title')}>
      <Loaded query={runs}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState small title={t('runs.empty')} />
          ) : (
            <Table<SyncRun>
              size="small"
              rowKey="run_id"
              dataSource={rows}
              pagination={false}
              expandable={{
                expandedRowRender: (run) => <Outcomes rows={run.resources} />,
                columnTitle: <span className="ld-unseen">{t('runs.details')}</span>,
              }}
              columns={[
                {
                  title: t('runs.started'),
                  width: 160,
                  render: (_, run) => <Instant at={run.started_at} as="second" />,
                },
                {
                  title: t('runs.trigger'),
                  width: 100,
                  render: (_, run) => <span className="ld-soft">{word('sync_trigger', run.trigger)}</span>,
                },
                {
                  title: t('runs.took'),
                  width: 80,
                  align: 'right',
                  render: (_, run) =>
                    run.ended_at === null ? <Absent /> : formatSeconds(run.ended_at - run.started_at),
                },
                { title: t('runs.state'), render: (_, run) => <RunState run={run} /> },
                {
                  title: t('runs.read'),
                  width: 100,
                  align: 'right',
                  render: (_, run) => <Count of={runSums(run).read} />,
                },
                {
                  title: t('runs.inserted'),
                  width: 100,
                  align: 'right',
                  render: (_, run) => <Count of={runSums(run).inserted} />,
                },
                {
                  title: t('runs.changed'),
                  width: 100,
                  align: 'right',
                  render: (_, run) => <Count of={runSums(run).changed} />,
                },
              ]}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}

function RunState({ run }: { run: SyncRun }) {
  const { t } = useTranslation('sync');
  const word = useWord();
  const failureText = useFailureText();
  const { partial } = runSums(run);
  return (
    <span className="ld-run-state">
      <Tag tone={TONES[run.state]}>{word('job_state', run.state)}</Tag>
      {run.error_code ? (
        <span className="ld-soft" title={run.error_code}>
          {failureText({ code: run.error_code, params: {} }).title}
        </span>
      ) : null}
      {partial > 0 && !run.error_code ? (
        <span className="ld-warn-text">{t('runs.partial', { count: partial })}</span>
      ) : null}
      {run.state === 'interrupted' ? <span className="ld-faint">{t('runs.interrupted_hint')}</span> : null}
    </span>
  );
}

function Outcomes({ rows }: { rows: ResourceOutcome[] }) {
  const { t } = useTranslation('sync');
  const word = useWord();
  const failureText = useFailureText();
  return (
    <table className="ld-grid ld-grid--inner">
      <thead>
        <tr>
          <th>{t('runs.resource')}</th>
          <th className="ld-grid__end">{t('runs.read')}</th>
          <th className="ld-grid__end">{t('runs.inserted')}</th>
          <th className="ld-grid__end">{t('runs.changed')}</th>
          <th className="ld-grid__end">{t('runs.unchanged')}</th>
          <th className="ld-grid__end">{t('runs.quarantined')}</th>
          <th>{t('status.known')}</th>
          <th>{t('runs.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.resource}>
            <td>{word('resource', row.resource)}</td>
            {(['read', 'inserted', 'changed', 'unchanged', 'quarantined'] as const).map((name) => (
              <td key={name} className="ld-grid__end">
                <Count of={row[name]} />
              </td>
            ))}
            <td>
              <Instant at={row.known_as_of} />
            </td>
            <td>
              {row.error_code ? (
                <span className="ld-bad-text" title={row.error_code}>
                  {failureText({ code: row.error_code, params: {} }).title}
                </span>
              ) : (
                <span className="ld-soft">{t('status.fine')}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
