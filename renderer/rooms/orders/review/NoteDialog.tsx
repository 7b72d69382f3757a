import { type GetRef, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** How many rows get the note. */
  rows: string;
  pending: boolean;
  onConfirm: (text: string) => void;
  onCancel: () => void;
}

/** Words for one row or many; Ctrl or Cmd with Enter writes them. */
export function NoteDialog({ rows, pending, onConfirm, onCancel }: Props) {
  const { t } = useTranslation('review');
  const [text, setText] = useState('');
  const field = useRef<GetRef<typeof Input.TextArea>>(null);
  const written = text.trim();
  return (
    <Modal
      open
      title={t('dialog.note', { rows })}
      okText={t('dialog.save')}
      cancelText={t('dialog.cancel')}
      okButtonProps={{ disabled: !written, loading: pending }}
      onOk={() => onConfirm(written)}
      onCancel={onCancel}
      // The dialog's own hold on the focus takes it from a field that had it first.
      afterOpenChange={(shown) => shown && field.current?.focus()}
      destroyOnHidden
    >
      <Input.TextArea
        ref={field}
        className="ld-note-field"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const send = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing;
          if (send && written && !pending) onConfirm(written);
        }}
        placeholder={t('dialog.note_hint')}
        aria-label={t('act.note')}
        maxLength={2000}
        showCount
        autoSize={{ minRows: 4, maxRows: 10 }}
      />
    </Modal>
  );
}
