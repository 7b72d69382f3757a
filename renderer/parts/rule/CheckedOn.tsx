import { WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { type Day, dayOf } from '../../../shared/time.ts';
import { Absent } from '../Absent.tsx';
import { usePlatformNow } from '../platform-now.ts';
import { daysBetween, STALE_DAYS } from './age.ts';
import './rule.css';

/** The day somebody last looked where a rule comes from, with a warning once that is long ago. */
export function CheckedOn({ day }: { day: Day | null }) {
  const { t } = useTranslation('rule');
  const today = dayOf(usePlatformNow());
  if (day === null) return <Absent />;
  const age = daysBetween(day, today);
  if (age <= STALE_DAYS) return <span className="ld-nowrap">{day}</span>;
  return (
    <span className="ld-rule-stale" title={t('stale', { days: age })}>
      <WarningOutlined /> {day}
    </span>
  );
}
