import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { RESOURCES, type Resource, type SyncStatus } from '../../../shared/contract/sync.ts';
import type { SyncControl } from '../../app/client/index.ts';
import { useWord } from '../../app/i18n/words.ts';
import { Count, Instant, Panel, Tag } from '../../parts/index.ts';

/** Each kind of data: up to when it is known, what the last run did, and a run for it alone. */
export function ResourceTable({ status, sync }: { status: SyncStatus; sync: SyncControl }) {
  const { t } = useTranslation('sync');
  const word = useWord();
  const current = sync.running ? (sync.job?.step ?? null) : null;
  const last = (resource: Resource) => status.last_run?.resources.find((one) => one.resource === resource);
  return (
    <Panel flush title={t('status.title')}>
      <table className="ld-grid">
        <thead>
          <tr>
            <th>{t('status.resource')}</th>
            <th>{t('status.known')}</th>
            <th className="ld-grid__end">{t('runs.read')}</th>
            <th className="ld-grid__end">{t('runs.inserted')}</th>
            <th className="ld-grid__end">{t('runs.changed')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {RESOURCES.map((resource) => (
            <tr key={resource} data-resource={resource}>
              <td>
                {word('resource', resource)} {current === resource ? <Tag tone="accent">{t('now.current')}</Tag> : null}
              </td>
              <td>
                {status.known_as_of[resource] === null ? (
                  <span className="ld-faint">{t('status.never')}</span>
                ) : (
                  <Instant at={status.known_as_of[resource]} />
                )}
              </td>
              <td className="ld-grid__end">
                <Count of={last(resource)?.read} />
              </td>
              <td className="ld-grid__end">
                <Count of={last(resource)?.inserted} />
              </td>
              <td className="ld-grid__end">
                <Count of={last(resource)?.changed} />
              </td>
              <td className="ld-grid__end">
                <Button
                  size="small"
                  type="text"
                  disabled={sync.running || sync.starting}
                  onClick={() => sync.start({ only: [resource] })}
                >
                  {t('status.only')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
