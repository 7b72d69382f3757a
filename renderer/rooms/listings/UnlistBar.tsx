import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  count: number;
  pending: boolean;
  onClear: () => void;
  onUnlist: () => void;
}

export function UnlistBar({ count, pending, onClear, onUnlist }: Props) {
  const { t } = useTranslation(['listings', 'parts']);
  return (
    <div className="ld-action-bar" role="toolbar">
      <b>{t('parts:selected', { count })}</b>
      <Button type="link" onClick={onClear}>
        {t('parts:clear_selection')}
      </Button>
      <span className="ld-action-bar__space" />
      <Button danger loading={pending} onClick={onUnlist}>
        {t('action.unlist_many', { count })}
      </Button>
    </div>
  );
}
