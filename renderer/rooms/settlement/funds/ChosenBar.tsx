import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FundsRow } from '../../../../shared/contract/funds.ts';
import { useAction } from '../../../app/client/index.ts';
import { ActionBar } from '../../../parts/ActionBar.tsx';
import type { Selection } from '../../../parts/index.ts';
import { AcceptDialog } from './AcceptDialog.tsx';

/** What can be done with the chosen orders: those that differ are accepted, accepted ones opened again. */
export function ChosenBar({ selection, onClear }: { selection: Selection<FundsRow>; onClear: () => void }) {
  const { t } = useTranslation('funds');
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
    <ActionBar
      count={selection.size}
      note={matched > 0 ? t('chosen.matched', { count: matched }) : null}
      onClear={onClear}
    >
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
    </ActionBar>
  );
}
