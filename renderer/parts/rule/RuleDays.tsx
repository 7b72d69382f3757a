import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../shared/contract/rule.ts';

/** From when until when a rule holds: `<RuleDays rule={rule} />`. */
export function RuleDays({ rule: { from_day: from, to_day: to } }: { rule: Pick<Rule, 'from_day' | 'to_day'> }) {
  const { t } = useTranslation('rule');
  const text = to === null ? t('days.open', { from }) : to === from ? t('days.one', { from }) : null;
  return <span className="ld-nowrap">{text ?? t('days.between', { from, to })}</span>;
}
