import { useTranslation } from 'react-i18next';
import type { FundsMatch, FundsState } from '../../../../shared/contract/funds.ts';
import { formatFen } from '../../../../shared/money.ts';
import { formatCount } from '../../../parts/index.ts';
import { ageText } from './funds-question.ts';

interface Props {
  match: FundsMatch;
  /** The bar that is narrowed to, as `ageText` writes it. */
  chosen: string | null;
  onChoose: (choice: { age: string; state: FundsState } | null) => void;
}

const SIDES = ['flow_missing', 'order_missing'] as const;

/** What is missing on either side by how long it is: long bars to the right are what somebody must ask about. */
export function AgeBars({ match, chosen, onChoose }: Props) {
  const { t } = useTranslation('funds');
  const most = Math.max(...match.ages.flatMap((age) => SIDES.map((side) => age[side].orders)));
  if (most === 0) return <p className="ld-funds__no-ages ld-faint">{t('age.none')}</p>;
  return (
    <fieldset className="ld-funds__ages" aria-label={t('age.title')}>
      <legend title={t('age.hint')}>{t('age.title')}</legend>
      {match.ages.map((age) => {
        const { from_days, to_days } = age;
        const range =
          to_days === null ? t('age.open', { from: from_days }) : t('age.range', { from: from_days, to: to_days });
        return (
          <div key={from_days} className="ld-funds__age">
            {SIDES.map((side) => {
              const { orders, amount_fen } = age[side];
              const says = `${t(`state.${side}`)} · ${range} · ${formatCount(orders)} · ${formatFen(amount_fen)}`;
              const text = ageText(age);
              return (
                <button
                  key={side}
                  type="button"
                  className={`ld-funds__bar ld-funds__bar--${side}`}
                  aria-label={says}
                  title={says}
                  aria-pressed={chosen === `${side} ${text}`}
                  disabled={orders === 0}
                  onClick={() => onChoose(chosen === `${side} ${text}` ? null : { age: text, state: side })}
                >
                  <i style={{ height: `${orders === 0 ? 0 : Math.max(6, (orders / most) * 100)}%` }} />
                  <span>{orders === 0 ? '' : formatCount(orders)}</span>
                </button>
              );
            })}
            <small>{range}</small>
          </div>
        );
      })}
    </fieldset>
  );
}
