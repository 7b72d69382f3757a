import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RuleAdding } from './use-add-rule.ts';
import './rule.css';

/** At the days of a form: which rule is in the way, and the button that gives it a last day. */
export function OverlapNotice({ adding: { overlap, resolve, pending } }: { adding: RuleAdding }) {
  const { t } = useTranslation('rule');
  if (!overlap) return null;
  return (
    <div className="ld-rule-overlap" role="alert">
      <span>{t('overlap.text', { rule_id: overlap.rule_id, days: overlap.days })}</span>
      <Button size="small" onClick={resolve} loading={pending}>
        {t(`overlap.${overlap.way}`, { rule_id: overlap.rule_id, day: overlap.last_day })}
      </Button>
    </div>
  );
}
