import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LedgerRow } from '../../../../shared/contract/sync.ts';
import { Count, EmptyState, IdText, Instant, Panel, Tag } from '../../../parts/index.ts';

/** Single calls, newest first, with the platform's request ids. */
export function CallList({
  rows,
  failedOnly,
  onFailedOnly,
}: {
  rows: readonly LedgerRow[];
  failedOnly: boolean;
  onFailedOnly: (on: boolean) => void;
}) {
  const { t } = useTranslation('ledger');
  return (
    <Panel
      flush
      title={t('recent')}
      extra={
        <span className="ld-calls__extra">
          {t('hint')}
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control */}
          <label className="ld-calls__filter">
            <Switch size="small" checked={failedOnly} onChange={onFailedOnly} />
            {t('failed_only')}
          </label>
        </span>
      }
    >
      {rows.length === 0 ? (
        <EmptyState small title={t('none_failed')} />
      ) : (
        <div className="ld-sideways">
          <table className="ld-grid ld-grid--dense">
            <thead>
              <tr>
                <th>{t('at')}</th>
                <th className="ld-grid__wide">{t('endpoint')}</th>
                <th>{t('outcome')}</th>
                <th className="ld-grid__end">{t('attempt')}</th>
                <th className="ld-grid__end">{t('millis')}</th>
                <th>{t('rid')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: calls of one second may be alike in every column
                <tr key={`${row.at}-${index}`}>
                  <td>
                    <Instant at={row.at} as="second" />
                  </td>
                  <td className="ld-grid__wide ld-endpoint" title={row.endpoint}>
                    <span className="ld-ellipsis ld-address">{row.endpoint}</span>
                  </td>
                  <td>
                    {row.outcome === 'ok' ? (
                      <span className="ld-soft">{t('ok')}</span>
                    ) : (
                      <Tag tone="bad">{row.outcome}</Tag>
                    )}
                  </td>
                  <td className={`ld-grid__end${row.try_number > 1 ? ' ld-warn-text' : ''}`}>{row.try_number}</td>
                  <td className="ld-grid__end">
                    <Count of={row.millis} />
                  </td>
                  <td>
                    <IdText id={row.rid} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
