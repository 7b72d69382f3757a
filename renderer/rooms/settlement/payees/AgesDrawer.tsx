import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ClawbackAges } from '../../../../shared/contract/payee.ts';
import { useRoute } from '../../../app/client/index.ts';
import { addressOf } from '../../../app/router/address.ts';
import { Count, FactList, Loaded, Money } from '../../../parts/index.ts';

interface Props {
  open: boolean;
  period: string;
  onClose: () => void;
}

/** What a closed month took back of shares, and how long payees have been in debt for it. */
export function AgesDrawer({ open, period, onClose }: Props) {
  const { t } = useTranslation('payee');
  const query = useRoute('clawback.ages', { period }, { enabled: open });
  return (
    <Drawer open={open} onClose={onClose} size={520} title={t('ages.title', { period })}>
      <Loaded query={query}>{(ages) => <Ages ages={ages} />}</Loaded>
    </Drawer>
  );
}

function Ages({ ages }: { ages: ClawbackAges }) {
  const { t } = useTranslation('payee');
  const { period, rows, amount_fen, by_month, written_off_fen } = ages;
  return (
    <div className="ld-payee">
      <FactList
        facts={[
          [
            t('ages.booked'),
            <Link key="booked" href={addressOf('settlement', { period, tab: 'adjustments' })}>
              <Money fen={amount_fen} sign /> · <Count of={rows} />
            </Link>,
          ],
          [t('ages.written_off'), <Money key="off" fen={written_off_fen} sign />],
        ]}
      />
      <section>
        <h3>{t('ages.by_month')}</h3>
        {by_month.length === 0 ? (
          <p className="ld-faint">{t('ages.none')}</p>
        ) : (
          <table className="ld-plain-table">
            <thead>
              <tr>
                <th>{t('ages.month')}</th>
                <th className="ld-end">{t('ages.rows')}</th>
                <th className="ld-end">{t('ages.amount')}</th>
              </tr>
            </thead>
            <tbody>
              {by_month.map((month) => (
                <tr key={month.adjusts_period}>
                  <td>{month.adjusts_period}</td>
                  <td className="ld-end">
                    <Count of={month.rows} />
                  </td>
                  <td className="ld-end">
                    <Money fen={month.amount_fen} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section>
        <h3>{t('ages.owed')}</h3>
        <table className="ld-plain-table">
          <thead>
            <tr>
              <th>{t('ages.age')}</th>
              <th className="ld-end">{t('ages.payees')}</th>
              <th className="ld-end">{t('ages.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {ages.ages.map(({ from_days, to_days, payees, amount_fen: owed }) => (
              <tr key={from_days}>
                <td>
                  {to_days === null
                    ? t('ages.over', { from: from_days - 1 })
                    : t('ages.between', { from: from_days, to: to_days })}
                </td>
                <td className="ld-end">
                  <Count of={payees} />
                </td>
                <td className="ld-end">
                  <Money fen={owed} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="ld-faint">{t('ages.owed_hint')}</p>
      </section>
    </div>
  );
}
