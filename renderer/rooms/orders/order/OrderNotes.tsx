import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderNote, OrderRow } from '../../../../shared/contract/order.ts';
import { StaffNote } from '../../../parts/StaffNote.tsx';
import { openParam } from '../open-order.ts';
import { useReviewActs } from '../review/use-review-acts.tsx';
import { draftOf, keepDraft } from './note-drafts.ts';
import { useRemoveNote } from './use-remove-note.tsx';

const MOST_LETTERS = 2000;

/** Notes of the order, newest first, and a field for the next one. */
export function OrderNotes({ order, notes, past }: { order: OrderRow; notes: readonly OrderNote[]; past: boolean }) {
  const { t } = useTranslation('orders');
  const remove = useRemoveNote();
  return (
    <div className="ld-order-notes">
      <h3>{t('detail.note.title')}</h3>
      {past ? null : <NoteField key={openParam(order)} order={order} />}
      {notes.length === 0 ? <p className="ld-faint">{t('detail.note.none')}</p> : null}
      {notes.map((note) => (
        <div key={note.note_id} className="ld-order-note">
          <StaffNote staff={note.written_by || t('detail.someone')} at={note.written_at}>
            {note.text}
          </StaffNote>
          {past ? null : (
            <Button type="text" size="small" onClick={() => void remove(note.note_id)}>
              {t('detail.note.remove')}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}

function NoteField({ order }: { order: OrderRow }) {
  const { t } = useTranslation('orders');
  const name = openParam(order);
  const [text, setText] = useState(draftOf(name));
  const acts = useReviewActs();
  const write = (next: string) => {
    setText(next);
    keepDraft(name, next);
  };
  const words = text.trim();
  const save = async () => {
    const { order_id, sku_id } = order;
    if (words === '' || acts.pending) return;
    const done = await acts.note({ keys: [{ order_id, sku_id }] }, words);
    if (done) write('');
  };
  return (
    <div className="ld-order-note-field">
      <Input.TextArea
        value={text}
        maxLength={MOST_LETTERS}
        autoSize={{ minRows: 2, maxRows: 8 }}
        placeholder={t('detail.note.placeholder')}
        aria-label={t('detail.note.placeholder')}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
          // The first Escape leaves the field, the next one the drawer.
          if (event.key === 'Escape') {
            event.stopPropagation();
            event.currentTarget.blur();
          }
        }}
      />
      <Button size="small" disabled={words === ''} loading={acts.pending} onClick={() => void save()}>
        {t('detail.note.add')} <kbd>Ctrl ↵</kbd>
      </Button>
    </div>
  );
}
