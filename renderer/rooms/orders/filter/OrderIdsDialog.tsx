import { Button, type GetRef, Input, Modal } from 'antd';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_ORDER_IDS } from '../../../../shared/contract/order.ts';
import { CopyButton } from '../../../parts/CopyButton.tsx';
import { formatCount } from '../../../parts/Count.tsx';
import { readPastedIds } from './pasted-ids.ts';

const SHOWN_OTHERS = 5;

interface Props {
  /** What the field begins with; null: closed. */
  text: string | null;
  onApply: (ids: string[]) => void;
  onClose: () => void;
}

/** The list of pasted order ids: to look at, to mend, and to cut where it is too long. What was pasted stays until it fits. */
export function OrderIdsDialog({ text, onApply, onClose }: Props) {
  const { t } = useTranslation('orders');
  const [typed, setTyped] = useState('');
  const field = useRef<GetRef<typeof Input.TextArea>>(null);
  useEffect(() => {
    if (text !== null) setTyped(text);
  }, [text]);
  // Reading half a megabyte takes longer than a key press may.
  const read = useDeferredValue(typed);
  const { ids, repeated, others } = useMemo(() => readPastedIds(read), [read]);
  const rest = ids.slice(MOST_ORDER_IDS);

  return (
    <Modal
      open={text !== null}
      title={t('filter.ids_title')}
      onCancel={onClose}
      // The dialog's own hold on the focus takes it from a field that had it first.
      afterOpenChange={(shown) => shown && field.current?.focus()}
      width={520}
      footer={
        <Button
          type="primary"
          disabled={ids.length === 0 || rest.length > 0}
          onClick={() => onApply(ids)}
          data-testid="order-ids-apply"
        >
          {t('filter.ids_apply', { rows: formatCount(ids.length) })}
        </Button>
      }
    >
      <p className="ld-soft">{t('filter.ids_hint')}</p>
      <Input.TextArea
        ref={field}
        className="ld-order-ids"
        aria-label={t('filter.order_ids')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        rows={12}
        spellCheck={false}
      />
      <p className="ld-faint" aria-live="polite">
        {t('filter.ids_read', { ids: formatCount(ids.length), repeated: formatCount(repeated) })}
        {others.length
          ? ` · ${t('filter.ids_others', { others: formatCount(others.length), some: others.slice(0, SHOWN_OTHERS).join('、') })}`
          : null}
      </p>
      {rest.length ? (
        <div className="ld-banner ld-banner--warn ld-order-ids__over" role="alert">
          <span>
            {t('filter.ids_over', {
              most: formatCount(MOST_ORDER_IDS),
              ids: formatCount(ids.length),
              over: formatCount(rest.length),
            })}
          </span>
          <Button size="small" onClick={() => onApply(ids.slice(0, MOST_ORDER_IDS))}>
            {t('filter.ids_first', { most: formatCount(MOST_ORDER_IDS) })}
          </Button>
          <CopyButton text={rest.join('\n')} label={t('filter.ids_copy_rest', { over: formatCount(rest.length) })} />
        </div>
      ) : null}
    </Modal>
  );
}
