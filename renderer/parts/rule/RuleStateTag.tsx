import { useTranslation } from 'react-i18next';
import type { RuleState } from '../../../shared/contract/rule.ts';
import { Tag, type Tone } from '../Tag.tsx';

const TONES: Record<RuleState, Tone> = { in_force: 'ok', coming: 'info', ended: 'quiet', withdrawn: 'warn' };

/** How a rule stands today: `<RuleStateTag state={rule.state} />`. */
export function RuleStateTag({ state }: { state: RuleState }) {
  const { t } = useTranslation('rule');
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}
