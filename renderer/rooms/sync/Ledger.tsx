import { useTranslation } from 'react-i18next';
import { useRoute } from '../../app/client/index.ts';
import { Count, EmptyState, IdText, Instant, Loaded, Tag } from '../../parts/index.ts';

/** Every call to the platform: sums by endpoint, and the last hundred with the platform's request ids. */
export function Ledger() {
  const { t } = useTranslation('sync');
  const ledger = useRoute('sync.ledger', { limit: 100 });
  return (
    <Loaded query={ledger}>
      {({ rows, by_endpoint: sums }) =>
        rows.length === 0 ? (
          <EmptyState small title={t('ledger.empty')} />
        ) : (
          <div className="ld-ledger">
            <h2>{t('ledger.by_endpoint')}</h2>
            <table className="ld-grid">
              <thead>
                <tr>
                  <th>{t('ledger.endpoint')}</th>
                  <th className="ld-grid__end">{t('ledger.calls')}</th>
                  <th className="ld-grid__end">{t('ledger.failed')}</th>
                  <th className="ld-grid__end">{t('ledger.average')}</th>
                </tr>
              </thead>
              <tbody>
                {sums.map((sum) => (
                  <tr key={sum.endpoint}>
                    <td className="ld-address">{sum.endpoint}</td>
                    <td className="ld-grid__end">
                      <Count of={sum.calls} />
                    </td>
                    <td className={`ld-grid__end${sum.failed ? ' ld-warn-text' : ''}`}>
                      <Count of={sum.failed} />
                    </td>
                    <td className="ld-grid__end">
                      <Count of={sum.millis_avg} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <h2>{t('ledger.recent')}</h2>
            <table className="ld-grid">
              <thead>
                <tr>
                  <th>{t('ledger.at')}</th>
                  <th>{t('ledger.endpoint')}</th>
                  <th>{t('ledger.outcome')}</th>
                  <th className="ld-grid__end">{t('ledger.attempt')}</th>
                  <th className="ld-grid__end">{t('ledger.millis')}</th>
                  <th>{t('ledger.rid')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: calls of one second may be alike in every column
                  <tr key={`${row.at}-${index}`}>
                    <td>
                      <Instant at={row.at} as="second" />
                    </td>
                    <td className="ld-address">{row.endpoint}</td>
                    <td>
                      {row.outcome === 'ok' ? (
                        <span className="ld-soft">{t('ledger.ok')}</span>
                      ) : (
                        <Tag tone="bad">{row.outcome}</Tag>
                      )}
                    </td>
                    <td className="ld-grid__end">{row.try_number}</td>
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
        )
      }
    </Loaded>
  );
}
