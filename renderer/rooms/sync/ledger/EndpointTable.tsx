import { useTranslation } from 'react-i18next';
import type { EndpointUse } from '../../../../shared/contract/sync.ts';
import { formatInstant } from '../../../../shared/time.ts';
import { Count, formatCount, Panel } from '../../../parts/index.ts';
import { quotaOf } from './quota.ts';

/** One line an endpoint: how much it was used today, what the platform allows, and the pace it taught us. */
export function EndpointTable({ uses }: { uses: readonly EndpointUse[] }) {
  const { t } = useTranslation('ledger');
  return (
    <Panel flush title={t('by_endpoint')}>
      <div className="ld-sideways">
        <table className="ld-grid">
          <thead>
            <tr>
              <th className="ld-grid__wide">{t('endpoint')}</th>
              <th className="ld-grid__end">{t('today')}</th>
              <th className="ld-grid__end">{t('busiest')}</th>
              <th>{t('daily')}</th>
              <th className="ld-grid__end">{t('pace')}</th>
              <th className="ld-grid__end">{t('calls')}</th>
              <th className="ld-grid__end">{t('failed')}</th>
              <th className="ld-grid__end">{t('average')}</th>
            </tr>
          </thead>
          <tbody>
            {uses.map((use) => (
              <tr key={use.endpoint}>
                <td className="ld-grid__wide ld-endpoint" title={use.endpoint}>
                  <span className="ld-ellipsis ld-address">{use.endpoint}</span>
                </td>
                <td className="ld-grid__end">
                  <Count of={use.calls_today} />
                </td>
                <td className="ld-grid__end">
                  <Count of={use.busiest_minute} />
                </td>
                <td>
                  <Quota use={use} />
                </td>
                <td className="ld-grid__end">
                  <Pace use={use} />
                </td>
                <td className="ld-grid__end">
                  <Count of={use.calls} />
                </td>
                <td className={`ld-grid__end${use.failed ? ' ld-warn-text' : ''}`}>
                  <Count of={use.failed} />
                </td>
                <td className="ld-grid__end">
                  <Count of={use.millis_avg} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Quota({ use }: { use: EndpointUse }) {
  const { t } = useTranslation('ledger');
  const quota = quotaOf(use);
  if (!quota) return <span className="ld-faint">{t('no_limit')}</span>;
  return (
    <span className="ld-quota" title={use.limits_asked_at === null ? undefined : formatInstant(use.limits_asked_at)}>
      <span className={`ld-quota__bar ld-quota__bar--${quota.tone}`}>
        <i style={{ width: `${quota.percent}%` }} />
      </span>
      <span className={quota.rest === 0 ? 'ld-bad-text' : undefined}>
        {quota.rest === 0
          ? t('used_up')
          : t('rest', { rest: formatCount(quota.rest), limit: formatCount(quota.limit) })}
      </span>
    </span>
  );
}

function Pace({ use }: { use: EndpointUse }) {
  const { t } = useTranslation('ledger');
  if (use.learned_per_minute !== null) {
    const when = use.limited_at === null ? null : formatInstant(use.limited_at).slice(5, 16);
    return (
      <span className="ld-warn-text" title={when === null ? undefined : t('learned_hint', { instant: when })}>
        {t('learned', { count: use.learned_per_minute })}
      </span>
    );
  }
  if (use.call_count !== null && use.refresh_seconds !== null)
    return <span>{t('bucket', { calls: use.call_count.toLocaleString('en-US'), seconds: use.refresh_seconds })}</span>;
  return <span className="ld-faint">{t('free_pace')}</span>;
}
