import { Button } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DriftRow } from '../../../../shared/contract/sync.ts';
import { Count, Instant, Panel, Tag, type Tone } from '../../../parts/index.ts';
import { RawReply } from '../../../parts/RawReply.tsx';
import type { EndpointFindings } from './findings.ts';

const TONES: Record<DriftRow['kind'], Tone> = { new: 'info', missing: 'bad', retyped: 'warn', code: 'warn' };

/** What differs in the replies of one endpoint, each finding with a reply that shows it. */
export function EndpointDrift({
  group,
  busy,
  onAcknowledge,
}: {
  group: EndpointFindings;
  busy: boolean;
  onAcknowledge: (ids: number[]) => void;
}) {
  const { t } = useTranslation('drift');
  const [shown, setShown] = useState<number | null>(null);
  return (
    <Panel
      flush
      title={<span className="ld-address">{group.endpoint}</span>}
      extra={group.open ? t('open', { count: group.open }) : null}
    >
      <div className="ld-sideways">
        <table className="ld-grid ld-drift">
          <thead>
            <tr>
              <th aria-label={t('sort')} />
              <th className="ld-grid__wide">{t('path')}</th>
              <th>{t('change')}</th>
              <th>{t('first')}</th>
              <th>{t('last')}</th>
              <th className="ld-grid__end">{t('times')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {group.rows.map((row) => (
              <Fragment key={row.drift_id}>
                <tr className={row.acknowledged_at === null ? undefined : 'ld-drift__seen'}>
                  <td>
                    <Tag tone={row.acknowledged_at === null ? TONES[row.kind] : 'quiet'}>{t(`kind.${row.kind}`)}</Tag>
                  </td>
                  <td className="ld-grid__wide ld-drift__path">
                    <FieldPath path={row.path} />
                  </td>
                  <td className="ld-address ld-drift__change" title={`${row.expected || '—'} → ${row.found || '—'}`}>
                    <span className="ld-faint">{row.expected || '—'}</span> → {row.found || '—'}
                  </td>
                  <td>
                    <Instant at={row.first_seen_at} />
                  </td>
                  <td>
                    <Instant at={row.last_seen_at} />
                  </td>
                  <td className="ld-grid__end">
                    <Count of={row.times} />
                  </td>
                  <td className="ld-grid__end">
                    <Button
                      size="small"
                      type="text"
                      aria-expanded={shown === row.drift_id}
                      onClick={() => setShown(shown === row.drift_id ? null : row.drift_id)}
                    >
                      {shown === row.drift_id ? t('hide') : t('sample')}
                    </Button>
                    {row.acknowledged_at === null ? (
                      <Button size="small" disabled={busy} onClick={() => onAcknowledge([row.drift_id])}>
                        {t('acknowledge')}
                      </Button>
                    ) : (
                      <span className="ld-faint">
                        {row.acknowledged_by
                          ? t('acknowledged', { staff: row.acknowledged_by })
                          : t('acknowledged_nobody')}
                      </span>
                    )}
                  </td>
                </tr>
                {shown === row.drift_id ? (
                  <tr>
                    <td colSpan={7} className="ld-drift__sample">
                      <RawReply json={row.sample} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

/** The field itself first: its way through the reply is long and alike for all. */
function FieldPath({ path }: { path: string }) {
  const dot = path.lastIndexOf('.');
  return (
    <div className="ld-two-lines" title={path}>
      <strong className="ld-ellipsis ld-address">{path.slice(dot + 1)}</strong>
      {dot > 0 ? <span className="ld-ellipsis ld-address ld-faint">{path.slice(0, dot)}</span> : null}
    </div>
  );
}
