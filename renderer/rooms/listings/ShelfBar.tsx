import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  count: number;
  pending: boolean;
  onClear: () => void;
  onStage: () => void;
  onUnlist: () => void;
}

/** What can be done with the products chosen on the shelf. */
export function ShelfBar({ count, pending, onClear, onStage, onUnlist }: Props) {
  const { t } = useTranslation(['listings', 'parts', 'staging']);
  return (
    <div className="ld-action-bar" role="toolbar">
      <b>{t('parts:selected', { count })}</b>
      <Button type="link" onClick={onClear}>
        {t('parts:clear_selection')}
      </Button>
      <span className="ld-action-bar__space" />
      <Button type="primary" title={t('staging:stage.hint')} onClick={onStage}>
        {t('staging:stage.many')}
      </Button>
      <Button danger loading={pending} onClick={onUnlist}>
        {t('action.unlist_many', { count })}
      </Button>
    </div>
  );
}
