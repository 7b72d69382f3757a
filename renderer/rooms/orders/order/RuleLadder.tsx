import { CheckOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow, RuleExplanation } from '../../../../shared/contract/order.ts';
import { formatFen } from '../../../../shared/money.ts';
import { SPLIT_PAYER } from '../../../../shared/status.ts';
import { Money } from '../../../parts/Money.tsx';
import { Rate } from '../../../parts/Rate.tsx';
import { CheckedOn } from '../../../parts/rule/CheckedOn.tsx';
import { RuleDays } from '../../../parts/rule/RuleDays.tsx';
import { PayerTag } from '../../../parts/StatusTag.tsx';

/** Who pays the promoter, which of our rules were looked at, which one applies, and what is left of the net fee. */
export function RuleLadder({ order, rule }: { order: OrderRow; rule: RuleExplanation }) {
  const { t } = useTranslation('orders');
  const applied = rule.rules.find((one) => one.applies);
  const institutionPays = rule.payer === SPLIT_PAYER.institution;
  return (
    <div className="ld-order-card">
      <h3>{t('detail.rule.title')}</h3>
      <p className="ld-order-payer">
        {rule.payer === null ? null : <PayerTag code={rule.payer} />}
        <span>
          {order.promoter_appid === null
            ? t('detail.rule.no_promoter')
            : institutionPays
              ? t('detail.rule.institution')
              : rule.payer === SPLIT_PAYER.platform
                ? t('detail.rule.platform')
                : t('detail.rule.nobody')}
        </span>
      </p>
      {rule.rules.length > 0 ? (
        <Ladder folded={!institutionPays}>
          <ol className="ld-ladder" aria-label={t('detail.rule.ladder')}>
            {rule.rules.map((one, place) => (
              <li
                key={one.scope}
                className={one.applies ? 'ld-ladder__applies' : undefined}
                aria-current={one.applies ? 'true' : undefined}
              >
                <span className="ld-ladder__place" aria-hidden>
                  {one.applies ? <CheckOutlined /> : place + 1}
                </span>
                <span>{t(`detail.rule.scope.${one.scope}`)}</span>
                {one.ratio_ppm === null ? (
                  <span className="ld-faint">{t('detail.rule.none')}</span>
                ) : (
                  <>
                    <b>
                      <Rate ppm={one.ratio_ppm} />
                    </b>
                    <span className="ld-soft">
                      <RuleDays rule={{ from_day: one.from_day!, to_day: one.to_day }} />
                    </span>
                    {one.applies ? (
                      <span className="ld-ladder__word">{t('detail.rule.applies')}</span>
                    ) : institutionPays ? (
                      <span className="ld-ladder__word">{t('detail.rule.covered')}</span>
                    ) : null}
                  </>
                )}
              </li>
            ))}
          </ol>
        </Ladder>
      ) : null}
      {applied ? (
        <p className="ld-order-hint">
          {t('detail.rule.number', { rule_id: applied.rule_id })} ·{' '}
          {applied.source || <span className="ld-warn-text">{t('detail.rule.no_source')}</span>}
          {applied.checked_on ? (
            <>
              {' · '}
              {t('detail.rule.checked_on')} <CheckedOn day={applied.checked_on} />
            </>
          ) : null}
        </p>
      ) : null}
      {rule.frozen ? (
        <p className="ld-order-hint">
          {rule.frozen.rule === null
            ? t('detail.rule.frozen_without', { period: rule.frozen.period })
            : t('detail.rule.frozen', { period: rule.frozen.period, rule: rule.frozen.rule })}
        </p>
      ) : null}
      <dl className="ld-ledger">
        <div>
          <dt>{t('detail.ours.platform')}</dt>
          <dd>
            <Money fen={order.service_amount_fen} />
          </dd>
        </div>
        <div>
          <dt>
            {t('detail.rule.owed')}
            {applied && rule.base_fen !== null ? (
              <small>
                {formatFen(rule.base_fen)} × <Rate ppm={applied.ratio_ppm} />
              </small>
            ) : null}
          </dt>
          <dd className="ld-soft">
            {order.owed_fen ? `−${formatFen(order.owed_fen)}` : <Money fen={order.owed_fen} />}
          </dd>
        </div>
        <div className="ld-ledger__sum">
          <dt>{t('detail.figure.net')}</dt>
          <dd>
            <Money fen={order.net_fen} />
          </dd>
        </div>
      </dl>
      {institutionPays && !applied ? <p className="ld-order-hint ld-warn-text">{t('detail.rule.missing')}</p> : null}
    </div>
  );
}

/** Rules decide nothing where the institution does not pay: they are there for whoever asks. */
function Ladder({ folded, children }: { folded: boolean; children: ReactNode }) {
  const { t } = useTranslation('orders');
  if (!folded) return children;
  return (
    <details className="ld-ladder-fold">
      <summary>{t('detail.rule.ladder')}</summary>
      {children}
    </details>
  );
}
