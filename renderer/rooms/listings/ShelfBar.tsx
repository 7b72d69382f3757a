import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '../../parts/ActionBar.tsx';

interface Props {
  count: number;
  pending: boolean;
  onClear: () => void;
  onStage: () => void;
  onUnlist: () => void;
}

/** What can be done with the products chosen on the shelf. */
export function ShelfBar({ count, pending, onClear, onStage, onUnlist }: Props) {
  const { t } = useTranslation(['listings', 'staging']);
  return (
    <ActionBar count={count} onClear={onClear}>
      <Button type="primary" title={t('staging:stage.hint')} onClick={onStage}>
        {t('staging:stage.many')}
      </Button>
      <Button danger loading={pending} onClick={onUnlist}>
        {t('action.unlist_many', { count })}
      </Button>
    </ActionBar>
  );
}
