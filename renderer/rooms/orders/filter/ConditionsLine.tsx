import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFilter } from '../../../../shared/contract/order.ts';
import { FilterChips } from './FilterChips.tsx';
import { withConditions } from './fields.ts';
import { cleared, filterChips } from './filter-chips.ts';
import { OrderIdsDialog } from './OrderIdsDialog.tsx';

interface Props {
  filter: OrderFilter;
  onChange: (filter: OrderFilter) => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
}

/** What is asked for, each condition to be taken away, and the way back through its changes. */
export function ConditionsLine({ filter, onChange, undo, redo }: Props) {
  const { t } = useTranslation(['orders', 'views']);
  const [list, setList] = useState<string | null>(null);
  return (
    <div className="ld-conditions">
      <Button
        type="text"
        size="small"
        icon={<UndoOutlined />}
        disabled={!undo}
        onClick={() => undo?.()}
        aria-label={t('views:undo')}
        aria-keyshortcuts="Control+Z Meta+Z"
        title={t('views:undo')}
        data-testid="orders-undo"
      />
      <Button
        type="text"
        size="small"
        icon={<RedoOutlined />}
        disabled={!redo}
        onClick={() => redo?.()}
        aria-label={t('views:redo')}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
        title={t('views:redo')}
        data-testid="orders-redo"
      />
      <FilterChips filter={filter} onChange={onChange} onIds={() => setList((filter.order_ids ?? []).join('\n'))} />
      {filterChips(filter).length ? (
        <Button
          type="link"
          size="small"
          onClick={() => onChange(cleared(filter))}
          title={t('filter.clear_hint')}
          data-testid="orders-clear"
        >
          {t('filter.clear')}
        </Button>
      ) : null}
      <OrderIdsDialog
        text={list}
        onApply={(ids) => {
          setList(null);
          onChange(withConditions(filter, { order_ids: ids }));
        }}
        onClose={() => setList(null)}
      />
    </div>
  );
}
