import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { AutoComplete, type RefSelectProps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import { useRoute } from '../../../app/client/index.ts';
import { Tag } from '../../../parts/Tag.tsx';
import { useReviewActs } from '../review/use-review-acts.tsx';

const MOST_LETTERS = 40;

/** Staff's tags of the order: taken off with a click, put on by name or from those in use. */
export function OrderTags({ order, past }: { order: OrderRow; past: boolean }) {
  const { t } = useTranslation('orders');
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const target = { keys: [{ order_id: order.order_id, sku_id: order.sku_id }] };
  const acts = useReviewActs();
  if (past) return order.tags.map((tag) => <Tag key={tag}>{tag}</Tag>);
  const done = () => {
    setAdding(false);
    // The field is gone; the keyboard goes on where it was opened.
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <>
      {order.tags.map((tag) => (
        <span key={tag} className="ld-tag ld-order-tag">
          {tag}
          <button
            type="button"
            aria-label={t('detail.tag.remove', { tag })}
            title={t('detail.tag.remove', { tag })}
            onClick={() => void acts.tag(target, { add: [], remove: [tag] })}
          >
            <CloseOutlined />
          </button>
        </span>
      ))}
      {adding ? (
        <TagField
          taken={order.tags}
          onAdd={(tag) => {
            void acts.tag(target, { add: [tag], remove: [] });
            done();
          }}
          onLeave={done}
        />
      ) : (
        <button ref={opener} type="button" className="ld-order-tag-add" onClick={() => setAdding(true)}>
          <PlusOutlined aria-hidden /> {t('detail.tag.add')}
        </button>
      )}
    </>
  );
}

function TagField({
  taken,
  onAdd,
  onLeave,
}: {
  taken: readonly string[];
  onAdd: (tag: string) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation('orders');
  const { data: known = [] } = useRoute('review.tags', {});
  const [text, setText] = useState('');
  const field = useRef<RefSelectProps>(null);
  const chosen = useRef(false);
  useEffect(() => field.current?.focus(), []);
  const add = (tag: string) => {
    const name = tag.trim();
    if (name === '' || taken.includes(name)) onLeave();
    else onAdd(name);
  };
  const options = known
    .filter(({ tag }) => !taken.includes(tag) && tag.toLowerCase().includes(text.trim().toLowerCase()))
    .slice(0, 20)
    .map(({ tag, rows }) => ({
      value: tag,
      label: (
        <span className="ld-order-tag-option">
          <span className="ld-ellipsis">{tag}</span>
          <span className="ld-faint">{rows}</span>
        </span>
      ),
    }));
  return (
    <span className="ld-order-tag-field">
      <AutoComplete
        ref={field}
        size="small"
        value={text}
        options={options}
        defaultOpen
        defaultActiveFirstOption={false}
        placeholder={t('detail.tag.placeholder')}
        aria-label={t('detail.tag.placeholder')}
        maxLength={MOST_LETTERS}
        onChange={setText}
        onSelect={(tag) => {
          chosen.current = true;
          add(tag);
        }}
        onBlur={onLeave}
        onInputKeyDown={(event) => {
          if (event.key === 'Escape') {
            // It leaves the field, not the drawer.
            event.stopPropagation();
            onLeave();
          }
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          // A suggestion the arrows stand on is chosen by the list itself, in this very turn.
          setTimeout(() => {
            if (!chosen.current) add(text);
          });
        }}
      />
    </span>
  );
}
