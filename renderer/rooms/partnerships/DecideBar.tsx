import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '../../parts/ActionBar.tsx';

interface Props {
  count: number;
  onClear: () => void;
  onDecide: (decision: 'accept' | 'refuse') => void;
}

/** What can be done with the invitations that are chosen. */
export function DecideBar({ count, onClear, onDecide }: Props) {
  const { t } = useTranslation('partnerships');
  return (
    <ActionBar count={count} onClear={onClear}>
      <Button type="primary" onClick={() => onDecide('accept')}>
        {t('decide.accept')}
      </Button>
      <Button danger onClick={() => onDecide('refuse')}>
        {t('decide.refuse')}
      </Button>
    </ActionBar>
  );
}
