import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

export type BarAct = 'approve' | 'hold' | 'exclude' | 'reopen' | 'note' | 'tag';
const KEYS: Record<BarAct, string> = { approve: 'A', hold: 'H', exclude: 'X', reopen: 'R', note: 'N', tag: 'T' };
const ACTS: readonly BarAct[] = ['approve', 'hold', 'exclude', 'reopen', 'note', 'tag'];

/** The buttons of review; `keys` shows the letter that does the same. */
export function DecisionBar({
  onAct,
  disabled = false,
  compact = false,
  keys = false,
}: {
  onAct: (act: BarAct) => void;
  disabled?: boolean;
  compact?: boolean;
  keys?: boolean;
}) {
  const { t } = useTranslation('review');
  return (
    <div className="ld-decide" role="toolbar" aria-label={t('act.toolbar')}>
      {ACTS.map((act) => (
        <Button
          key={act}
          type={act === 'approve' ? 'primary' : act === 'hold' || act === 'exclude' ? 'default' : 'text'}
          size={compact ? 'small' : 'middle'}
          danger={act === 'exclude'}
          disabled={disabled}
          onClick={() => onAct(act)}
        >
          {t(`act.${act}`)}
          {keys ? <kbd>{KEYS[act]}</kbd> : null}
        </Button>
      ))}
    </div>
  );
}
