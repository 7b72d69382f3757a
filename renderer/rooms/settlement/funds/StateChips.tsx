import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FundsMatch, FundsState } from '../../../../shared/contract/funds.ts';
import { formatCount, Money } from '../../../parts/index.ts';

interface Props {
  match: FundsMatch;
  state: FundsState | undefined;
  onState: (state: FundsState | null) => void;
}

/** The orders of the month by their state, each with its count and what it is apart. */
export function StateChips({ match, state, onState }: Props) {
  const { t } = useTranslation('funds');
  return (
    <fieldset className="ld-funds__states" aria-label={t('column.state')}>
      <button type="button" aria-pressed={state === undefined} onClick={() => onState(null)}>
        {t('all')} <b>{formatCount(match.orders)}</b>
      </button>
      {match.states.map((one) => (
        <Tooltip key={one.state} title={t(`state_hint.${one.state}`)} mouseEnterDelay={0.4}>
          <button
            type="button"
            data-state={one.state}
            aria-pressed={state === one.state}
            onClick={() => onState(state === one.state ? null : one.state)}
          >
            {t(`state.${one.state}`)} <b>{formatCount(one.orders)}</b>
            {one.difference_fen === 0 ? null : <Money fen={one.difference_fen} />}
          </button>
        </Tooltip>
      ))}
    </fieldset>
  );
}
