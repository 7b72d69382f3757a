import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { periodOf, periodRange, previousPeriod, type Unix } from '../../../../shared/time.ts';

/** The last 31 days, or month after month back; later than now leads back to the last 31 days. */
export function MonthStepper({
  month,
  now,
  onChange,
}: {
  month: string | null;
  now: Unix;
  onChange: (month: string | null) => void;
}) {
  const { t } = useTranslation('completeness');
  const present = periodOf(now);
  const shown = month !== null && periodRange(month) && month <= present ? month : null;
  const later = () => {
    const next = periodOf(periodRange(shown!)!.to);
    onChange(next > present ? null : next);
  };
  const [year, number] = (shown ?? present).split('-');
  return (
    <div className="ld-month">
      <Button
        icon={<LeftOutlined />}
        onClick={() => onChange(shown === null ? present : previousPeriod(shown))}
        aria-label={t('earlier')}
        title={t('earlier')}
      />
      <span className="ld-month__name">{shown === null ? t('recent') : t('month', { year, month: number })}</span>
      <Button
        icon={<RightOutlined />}
        onClick={later}
        disabled={shown === null}
        aria-label={t('later')}
        title={t('later')}
      />
      {shown === null ? null : <Button onClick={() => onChange(null)}>{t('recent')}</Button>}
    </div>
  );
}
