import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DifferenceRow } from '../../../../shared/contract/difference.ts';
import type { RouteOutput } from '../../../../shared/contract/routes.ts';
import { useAction } from '../../../app/client/index.ts';
import { Money, type Selection } from '../../../parts/index.ts';
import { AcceptDialog } from './AcceptDialog.tsx';

/** What can be done with the chosen differences: open ones are accepted, accepted ones opened again. */
export function ChosenBar({ selection, onClear }: { selection: Selection<DifferenceRow>; onClear: () => void }) {
  const { t } = useTranslation(['difference', 'parts']);
  const { message } = App.useApp();
  const [accepting, setAccepting] = useState(false);
  const withdraw = useAction('difference.withdraw', {
    onDone: ({ withdrawn }) => {
      message.success(t('accept.withdrawn', { count: withdrawn }));
      onClear();
    },
  });
  const rows = [...selection.values()];
  const accepted = rows.filter((row) => row.accepted !== null);
  const open = rows.filter((row) => row.accepted === null);
  const takeBack = (taken: readonly DifferenceRow[]) =>
    withdraw.mutate({ rows: taken.map(({ order_id, sku_id, of }) => ({ order_id, sku_id, of })) });
  const tell = ({ accepted: count, outdated }: RouteOutput<'difference.accept'>) => {
    if (outdated > 0) message.warning(t('accept.outdated', { count: outdated }));
    if (count === 0) return;
    const key = 'difference-accepted';
    message.open({
      key,
      type: 'success',
      duration: 8,
      content: (
        <>
          {t('accept.done', { count })}
          <Button
            type="link"
            size="small"
            onClick={() => {
              message.destroy(key);
              takeBack(open);
            }}
          >
            {t('accept.undo')}
          </Button>
        </>
      ),
    });
  };
  return (
    <div className="ld-action-bar" role="toolbar">
      <b>{t('parts:selected', { count: selection.size })}</b>
      <Money fen={rows.reduce((sum, row) => sum + row.difference_fen, 0)} />
      <Button type="link" onClick={onClear}>
        {t('parts:clear_selection')}
      </Button>
      <span className="ld-action-bar__space" />
      {accepted.length > 0 ? (
        <Button loading={withdraw.isPending} onClick={() => takeBack(accepted)}>
          {t('chosen.withdraw', { count: accepted.length })}
        </Button>
      ) : null}
      <Button type="primary" disabled={open.length === 0} onClick={() => setAccepting(true)}>
        {t('chosen.accept', { count: open.length })}
      </Button>
      {accepting ? (
        <AcceptDialog
          rows={open}
          onClose={() => setAccepting(false)}
          onAccepted={(answer) => {
            setAccepting(false);
            tell(answer);
            onClear();
          }}
        />
      ) : null}
    </div>
  );
}
