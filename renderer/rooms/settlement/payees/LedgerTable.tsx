import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LedgerEntry } from '../../../../shared/contract/payee.ts';
import { addressOf } from '../../../app/router/address.ts';
import { Count, Instant, Money } from '../../../parts/index.ts';
import { settledRows } from '../period-address.ts';

interface Props {
  entries: readonly LedgerEntry[];
  /** Whose rows stand behind the sales. */
  promoters: string[];
}

/** Every month's commission, clawbacks, payouts and write-offs with the balance after each, newest below. */
export function LedgerTable({ entries, promoters }: Props) {
  const { t } = useTranslation('payee');
  return (
    <section>
      <h3>{t('detail.ledger')}</h3>
      {entries.length === 0 ? (
        <p className="ld-faint">{t('detail.ledger_none')}</p>
      ) : (
        <table className="ld-plain-table ld-payee-ledger">
          <thead>
            <tr>
              <th>{t('ledger.period')}</th>
              <th>{t('ledger.kind')}</th>
              <th className="ld-end">{t('ledger.rows')}</th>
              <th className="ld-end">{t('ledger.amount')}</th>
              <th className="ld-end">{t('ledger.balance')}</th>
              <th>{t('ledger.by')}</th>
              <th>{t('ledger.note')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no number of their own and never move
              <tr key={place}>
                <td>{entry.period}</td>
                <td>{t(`ledger.kinds.${entry.kind}`)}</td>
                <td className="ld-end">
                  {entry.rows === null ? null : <RowsBehind entry={entry} promoters={promoters} />}
                </td>
                <td className="ld-end">
                  <Money fen={entry.amount_fen} />
                </td>
                <td className="ld-end">
                  <Money fen={entry.balance_fen} />
                </td>
                <td>
                  {entry.by} {entry.at === null ? null : <Instant at={entry.at} as="day" />}
                </td>
                <td>
                  {entry.batch_id === null ? null : (
                    <Link
                      href={addressOf('settlement', { period: entry.period, view: 'payouts', batch: entry.batch_id })}
                    >
                      {t('ledger.batch', { batch: entry.batch_id })}
                    </Link>
                  )}{' '}
                  {entry.note}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function RowsBehind({ entry: { kind, period, rows }, promoters }: { entry: LedgerEntry; promoters: string[] }) {
  const to =
    kind === 'sales'
      ? settledRows(period, { promoter_appid: promoters })
      : addressOf('settlement', { period, tab: 'adjustments' });
  return (
    <Link href={to}>
      <Count of={rows} />
    </Link>
  );
}
