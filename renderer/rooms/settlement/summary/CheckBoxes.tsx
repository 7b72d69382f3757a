import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ChecklistLine, CloseCheck } from '../../../../shared/contract/settlement.ts';
import { formatCount, Money } from '../../../parts/index.ts';

interface Props {
  checklist: readonly ChecklistLine[];
  seen: readonly CloseCheck[];
  onSeen: (seen: readonly CloseCheck[]) => void;
}

/** The checks before a closing: what holds, what keeps the month open, and what has to be ticked off. */
export function CheckBoxes({ checklist, seen, onSeen }: Props) {
  const { t } = useTranslation('settlement');
  return (
    <ul className="ld-close-checks">
      {checklist.map(({ check, state, count, amount_fen }) => (
        <li key={check} className={`ld-close-check--${state}`}>
          {state === 'asks' ? (
            <Checkbox
              checked={seen.includes(check)}
              onChange={({ target }) =>
                onSeen(target.checked ? [...seen, check] : seen.filter((other) => other !== check))
              }
            >
              {t(`checklist.${check}.open`, { count: formatCount(count) })}
            </Checkbox>
          ) : (
            <span className="ld-close-check__fact">
              {state === 'ok' ? <CheckCircleFilled /> : <CloseCircleFilled />}{' '}
              {t(state === 'ok' ? `checklist.${check}.ok` : `checklist.${check}.open`, { count: formatCount(count) })}
            </span>
          )}
          {amount_fen === null || state === 'ok' ? null : <Money fen={amount_fen} />}
        </li>
      ))}
    </ul>
  );
}
