import { DatePicker, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { IncentiveEstimate } from '../../../../shared/contract/rule.ts';
import { useRoute } from '../../../app/client/index.ts';
import { EmptyState, FactList, Loaded, Money, Rate, Tag } from '../../../parts/index.ts';
import { CheckedOn } from '../../../parts/rule/CheckedOn.tsx';
import { settledRows } from '../period-address.ts';
import { bandText } from './rule-columns.tsx';

/** What a month's settled base would earn by the bands in force on its last day; an estimate, and marked as one. */
export function IncentiveSheet({ period: first, onClose }: { period: string; onClose: () => void }) {
  const { t } = useTranslation('rule');
  const [period, setPeriod] = useState(first);
  const estimate = useRoute('rule.incentive', { period }, { keep: true });
  return (
    <Modal open width={720} title={t('incentive.title', { period })} onCancel={onClose} footer={null}>
      <div className="ld-incentive">
        <div className="ld-incentive__month">
          <span>{t('incentive.month')}</span>
          <DatePicker
            picker="month"
            aria-label={t('incentive.month')}
            value={dayjs(`${period}-01`)}
            onChange={(chosen) => chosen && setPeriod(chosen.format('YYYY-MM'))}
            allowClear={false}
          />
          <Tag tone="warn">{t('incentive.estimate')}</Tag>
        </div>
        <p className="ld-warn-text">{t('incentive.warning')}</p>
        <Loaded query={estimate} lines={4}>
          {(data) => <Sheet data={data} />}
        </Loaded>
      </div>
    </Modal>
  );
}

function Sheet({ data }: { data: IncentiveEstimate }) {
  const { t } = useTranslation('rule');
  return (
    <>
      <FactList
        numbers
        facts={[
          [
            t('incentive.base'),
            <Link key="base" href={settledRows(data.period)} title={t('incentive.base_hint')}>
              <Money fen={data.settled_base_fen} />
            </Link>,
          ],
          [t('incentive.amount'), <Money key="amount" fen={data.amount_fen} />],
        ]}
      />
      {data.closed ? null : <p className="ld-soft">{t('incentive.open')}</p>}
      {data.bands.length === 0 ? (
        <EmptyState title={t('incentive.none')} small />
      ) : (
        <table className="ld-grid">
          <thead>
            <tr>
              <th>{t('column.band')}</th>
              <th className="ld-grid__end">{t('column.ratio')}</th>
              <th className="ld-grid__end">{t('column.cap')}</th>
              <th>{t('column.checked_on')}</th>
              <th className="ld-grid__end">{t('incentive.earns')}</th>
            </tr>
          </thead>
          <tbody>
            {data.bands.map((band) => (
              <tr key={band.rule_id} aria-current={band.applies ? 'true' : undefined} title={band.source}>
                <td>
                  {bandText(t, band)} {band.applies ? <Tag tone="ok">{t('incentive.applies')}</Tag> : null}
                </td>
                <td className="ld-grid__end">
                  <Rate ppm={band.ratio_ppm} />
                </td>
                <td className="ld-grid__end">
                  {band.cap_fen === null ? t('band.no_cap') : <Money fen={band.cap_fen} />}
                </td>
                <td>
                  <CheckedOn day={band.checked_on} />
                </td>
                <td className="ld-grid__end">{band.applies ? <Money fen={band.amount_fen} /> : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
