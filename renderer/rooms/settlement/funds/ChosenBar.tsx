import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FundsRow } from '../../../../shared/contract/funds.ts';
import { useAction } from '../../../app/client/index.ts';
import type { Selection } from '../../../parts/index.ts';
import { AcceptDialog } from './AcceptDialog.tsx';

/** What can be done with the chosen orders: those that differ are accepted, accepted ones opened again. */
export function ChosenBar({ selection, onClear }: { selection: Selection<FundsRow>; onClear: () => void }) {
  const { t } = useTranslation(['funds', 'parts']);
  const { message } = App.useApp();
  const [accepting, setAccepting] = useState(false);
  const withdraw = useAction('funds.withdraw_acceptance', {
    onDone: ({ withdrawn }) => {
      message.success(t('accept.withdrawn', { count: withdrawn }));
      onClear();
    },
  });
  const rows = [...selection.values()];
  const accepted = rows.filter(({ state }) => state === 'accepted');
  const open = rows.filter(({ state }) => state !== 'accepted' && state !== 'matched');
  const matched = rows.length - accepted.length - open.length;
  return (
    <div className="ld-action-bar" role="toolbar">
      <b>{t('parts:selected', { count: selection.size })}</b>
      {matched > 0 ? <span className="ld-faint">{t('chosen.matched', { count: matched })}</span> : null}
      <Button type="link" onClick={onClear}>
        {t('parts:clear_selection')}
      </Button>
      <span className="ld-action-bar__space" />
      {accepted.length > 0 ? (
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ keys: accepted.map(({ key }) => key) })}>
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
          onAccepted={() => {
            setAccepting(false);
            onClear();
          }}
        />
      ) : null}
    </div>
  );
}
