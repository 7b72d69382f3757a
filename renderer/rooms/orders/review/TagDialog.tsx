import { Modal, type RefSelectProps, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import { useRoute } from '../../../app/client/index.ts';
import { tagChange } from './tag-change.ts';

interface Props {
  rows: readonly OrderRow[];
  /** The loaded rows are all there are; else tags can only be put on. */
  whole: boolean;
  /** How many rows it is for. */
  count: string;
  pending: boolean;
  onConfirm: (change: { add: string[]; remove: string[] }) => void;
  onCancel: () => void;
}

/** Tags of one row or many: what all of them have is there to be taken off, what is typed is put on. */
export function TagDialog({ rows, whole, count, pending, onConfirm, onCancel }: Props) {
  const { t } = useTranslation('review');
  const known = useRoute('review.tags', {});
  const shared =
    whole && rows.length > 0 ? rows[0]!.tags.filter((tag) => rows.every((row) => row.tags.includes(tag))) : [];
  const [tags, setTags] = useState(shared);
  const [listed, setListed] = useState(false);
  const field = useRef<RefSelectProps>(null);
  const change = tagChange(shared, tags);
  const nothing = change.add.length + change.remove.length === 0;
  return (
    <Modal
      open
      title={t('dialog.tag', { rows: count })}
      okText={t('dialog.save')}
      cancelText={t('dialog.cancel')}
      okButtonProps={{ disabled: nothing, loading: pending }}
      onOk={() => onConfirm(change)}
      onCancel={onCancel}
      // The dialog's own hold on the focus takes it from a field that had it first.
      afterOpenChange={(shown) => shown && field.current?.focus()}
      destroyOnHidden
    >
      <Select
        ref={field}
        mode="tags"
        value={tags}
        onChange={(next: string[]) => setTags(next)}
        open={listed}
        onOpenChange={setListed}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          // The field keeps Escape to itself, also when there is no list left to close.
          if (event.key === 'Escape' && !listed) onCancel();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !nothing && !pending) onConfirm(change);
        }}
        options={(known.data ?? []).map(({ tag, rows: of }) => ({ value: tag, label: tag, rows: of }))}
        tokenSeparators={[',', '，', ';', '；']}
        placeholder={t('dialog.tag_hint')}
        aria-label={t('act.tag')}
        maxCount={20}
        style={{ width: '100%' }}
      />
      <p className="ld-faint ld-decision__hint">{whole ? t('dialog.tag_shared') : t('dialog.tag_only_add')}</p>
    </Modal>
  );
}
