import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** How many rows are chosen. */
  count: number;
  /** What is to be known of some of them. */
  note?: ReactNode;
  onClear: () => void;
  /** What can be done with them. */
  children: ReactNode;
}

/** Above a table whose rows are chosen: how many, and what can be done with them. */
export function ActionBar({ count, note, onClear, children }: Props) {
  const { t } = useTranslation('parts');
  return (
    <div className="ld-action-bar" role="toolbar">
      <b>{t('selected', { count })}</b>
      {note ? <span className="ld-faint">{note}</span> : null}
      <Button type="link" onClick={onClear}>
        {t('clear_selection')}
      </Button>
      <span className="ld-action-bar__space" />
      {children}
    </div>
  );
}
