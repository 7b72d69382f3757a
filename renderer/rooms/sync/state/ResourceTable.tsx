import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { RESOURCES, type Resource, type ResourceOutcome, type SyncStatus } from '../../../../shared/contract/sync.ts';
import { type SyncControl, useRoute } from '../../../app/client/index.ts';
import { useWord } from '../../../app/i18n/words.ts';
import { Absent, Count, Instant, Panel, Tag, useFailureText } from '../../../parts/index.ts';
import { isOld } from '../../../parts/known-of.ts';
import { usePlatformNow } from '../../../parts/platform-now.ts';

/** Each kind of data: up to when it is known, what the last run did, and a run for it alone. */
export function ResourceTable({ status, sync }: { status: SyncStatus; sync: SyncControl }) {
  const { t } = useTranslation('sync');
  const word = useWord();
  const now = usePlatformNow();
  const connected = useRoute('desk.status', {}).data?.connected ?? false;
  const current = sync.running ? (sync.job?.step ?? status.running?.resource ?? null) : null;
  const last = (resource: Resource) => status.last_run?.resources.find((one) => one.resource === resource);
  return (
    <Panel flush title={t('status.title')}>
      <div className="ld-sideways">
        <table className="ld-grid ld-grid--dense">
          <thead>
            <tr>
              <th>{t('status.resource')}</th>
              <th>{t('status.known')}</th>
              <th className="ld-grid__end">{t('runs.read')}</th>
              <th className="ld-grid__end">{t('runs.inserted')}</th>
              <th className="ld-grid__end">{t('runs.changed')}</th>
              <th className="ld-grid__end">{t('runs.unchanged')}</th>
              <th className="ld-grid__end">{t('runs.quarantined')}</th>
              <th className="ld-grid__wide">{t('status.outcome')}</th>
              <th aria-label={t('status.only')} />
            </tr>
          </thead>
          <tbody>
            {RESOURCES.map((resource) => {
              const known = status.known_as_of[resource];
              const did = last(resource);
              return (
                <tr key={resource} data-resource={resource}>
                  <td>{word('resource', resource)}</td>
                  <td className={isOld(known, now) ? 'ld-warn-text' : undefined}>
                    {known === null ? <span className="ld-faint">{t('status.never')}</span> : <Instant at={known} />}
                  </td>
                  {(['read', 'inserted', 'changed', 'unchanged', 'quarantined'] as const).map((name) => (
                    <td key={name} className={`ld-grid__end${did?.[name] ? '' : ' ld-faint'}`}>
                      <Count of={did?.[name]} />
                    </td>
                  ))}
                  <td className="ld-grid__wide">
                    {current === resource ? <Tag tone="accent">{t('status.reading')}</Tag> : <Outcome did={did} />}
                  </td>
                  <td className="ld-grid__end">
                    <Button
                      size="small"
                      type="text"
                      disabled={!connected || sync.running || sync.starting}
                      onClick={() => sync.start({ only: [resource] })}
                    >
                      {t('status.only')}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Outcome({ did }: { did: ResourceOutcome | undefined }) {
  const { t } = useTranslation('sync');
  const failureText = useFailureText();
  if (!did) return <Absent />;
  if (did.error_code === null) return <span className="ld-soft">{t('status.fine')}</span>;
  const { title, next } = failureText({ code: did.error_code, params: {} });
  return (
    <span className="ld-ellipsis ld-bad-text" title={`${title} ${next} (${did.error_code})`}>
      {title} <span className="ld-faint">{did.error_code}</span>
    </span>
  );
}
