import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '../../../shared/contract/routes.ts';
import { useAction } from '../../app/client/index.ts';

export interface Decided extends RouteOutput<'partnership.decide'> {
  decision: 'accept' | 'refuse';
}

/** Accept or refuse an open invitation, with a note for colleagues. */
export function DecideForm({ shopAppid, onDecided }: { shopAppid: string; onDecided: (decided: Decided) => void }) {
  const { t } = useTranslation('partnerships');
  const [note, setNote] = useState('');
  const decide = useAction('partnership.decide', {
    onDone: (data, input) => onDecided({ ...data, decision: input.decision }),
  });
  const send = (decision: 'accept' | 'refuse') => decide.mutate({ shop_appid: shopAppid, decision, note });
  const sending = decide.isPending ? decide.variables.decision : null;
  return (
    <section className="ld-shop-decide" aria-label={t('decide.title')}>
      <label htmlFor="decide-note" className="ld-soft">
        {t('decide.note')}
      </label>
      <Input.TextArea
        id="decide-note"
        value={note}
        onChange={(event) => setNote(event.target.value)}
        placeholder={t('decide.note_placeholder')}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={1000}
        disabled={sending !== null}
      />
      <div className="ld-shop-decide__buttons">
        <Button
          type="primary"
          onClick={() => send('accept')}
          loading={sending === 'accept'}
          disabled={sending === 'refuse'}
          data-testid="accept"
        >
          {t('decide.accept')}
        </Button>
        <Popconfirm
          title={t('decide.refuse_sure')}
          description={t('decide.refuse_sure_text')}
          okText={t('decide.refuse')}
          okButtonProps={{ danger: true }}
          onConfirm={() => send('refuse')}
        >
          <Button danger loading={sending === 'refuse'} disabled={sending === 'accept'} data-testid="refuse">
            {t('decide.refuse')}
          </Button>
        </Popconfirm>
        {sending ? <span className="ld-soft">{t('decide.working')}</span> : null}
      </div>
    </section>
  );
}
