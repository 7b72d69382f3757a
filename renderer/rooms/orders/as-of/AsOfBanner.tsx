import { ClockCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatInstant, type Unix } from '../../../../shared/time.ts';

/** Says over the rows that they are not those of now; nobody may mistake the one for the other. */
export function AsOfBanner({ asOf, onNow }: { asOf: Unix; onNow: () => void }) {
  const { t } = useTranslation('views');
  return (
    <div className="ld-banner ld-banner--warn ld-as-of-banner" role="status" data-testid="as-of-banner">
      <ClockCircleOutlined />
      <span>{t('as_of.banner', { moment: formatInstant(asOf) })}</span>
      <Button size="small" className="ld-banner__end" onClick={onNow}>
        {t('as_of.now')}
      </Button>
    </div>
  );
}
