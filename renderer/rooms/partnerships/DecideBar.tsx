import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  count: number;
  onClear: () => void;
  onDecide: (decision: 'accept' | 'refuse') => void;
}

/** What can be done with the invitations that are chosen. */
export function DecideBar({ count, onClear, onDecide }: Props) {
  const { t } = useTranslation(['partnerships', 'parts']);
  return (
    <div className="ld-action-bar" role="toolbar">
      <b>{t('parts:selected', { count })}</b>
      <Button type="link" onClick={onClear}>
        {t('parts:clear_selection')}
      </Button>
      <span className="ld-action-bar__space" />
      <Button type="primary" onClick={() => onDecide('accept')}>
        {t('decide.accept')}
      </Button>
      <Button danger onClick={() => onDecide('refuse')}>
        {t('decide.refuse')}
      </Button>
    </div>
  );
}
