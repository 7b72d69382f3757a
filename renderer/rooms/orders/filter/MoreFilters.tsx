import { ControlOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFilter } from '../../../../shared/contract/order.ts';
import type { Unix } from '../../../../shared/time.ts';
import { useRoute } from '../../../app/client/index.ts';
import { FacetSelect, openedList } from './FacetSelect.tsx';
import { FlagChoice } from './FlagChoice.tsx';
import { FLAG_FIELDS, type ListField, RANGE_FIELDS } from './fields.ts';
import { filterChips } from './filter-chips.ts';
import { OrderIdField } from './OrderIdField.tsx';
import { RangeFields } from './RangeFields.tsx';

/** Lists that are asked for less often; the others stand in the bar. */
const SELDOM = ['talent_key', 'plan_type', 'role', 'tag'] as const;
const COUNTED_FLAGS = ['has_difference', 'has_refund', 'self_purchase'] as const;

interface Props {
  filter: OrderFilter;
  asOf: Unix | null;
  onChange: (filter: OrderFilter) => void;
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** The conditions that do not stand in the bar, in a panel below a button that says how many of them are set. */
export function MoreFilters({ filter, asOf, onChange, open, onOpen }: Props) {
  const { t } = useTranslation('orders');
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const count = seldomCount(filter);
  const close = () => {
    onOpen(false);
    button.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    // Escape in an open list closes the list first.
    if (event.key !== 'Escape' || panel.current?.querySelector('.ant-select-open')) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <Popover
      open={open}
      onOpenChange={onOpen}
      afterOpenChange={(opened) => {
        // The first yes or no: the next arrow answers it.
        if (opened) panel.current?.querySelector<HTMLElement>('input:checked')?.focus();
      }}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape is caught on its way up from the fields
        <div ref={panel} className="ld-more" onKeyDown={onKey}>
          <MoreFields filter={filter} asOf={asOf} onChange={onChange} />
        </div>
      }
    >
      <Button
        ref={button}
        icon={<ControlOutlined />}
        className={count ? 'ld-more-button--set' : ''}
        aria-expanded={open}
        aria-keyshortcuts="f"
        title={t('filter.more_hint')}
        data-testid="orders-more"
      >
        {count ? t('filter.more_set', { count }) : t('filter.more')}
      </Button>
    </Popover>
  );
}

function MoreFields({ filter, asOf, onChange }: Pick<Props, 'filter' | 'asOf' | 'onChange'>) {
  const { t } = useTranslation('orders');
  const facets = useRoute(
    'order.facets',
    { filter, of: [...COUNTED_FLAGS], ...(asOf === null ? {} : { as_of: asOf }) },
    { keep: true },
  ).data;
  const [list, setList] = useState<ListField | null>(null);
  const common = { filter, onChange };
  return (
    <>
      {FLAG_FIELDS.map((field) => (
        <Field key={field} name={t(`filter.${field}`, { axis: t(`axis.${filter.axis}`) })}>
          <FlagChoice
            field={field}
            counted={field === 'has_note' || field === 'undated' ? undefined : facets?.[field]?.values}
            {...common}
          />
        </Field>
      ))}
      <Field name={t('filter.order_id')}>
        <OrderIdField {...common} />
      </Field>
      {SELDOM.map((field) => (
        <Field key={field} name={t(`filter.${field}`)}>
          <FacetSelect
            field={field}
            asOf={asOf}
            open={list === field}
            onOpen={(open) => setList(openedList(field, open))}
            placeholder={t('filter.any')}
            {...common}
          />
        </Field>
      ))}
      {RANGE_FIELDS.map((field) => (
        <Field key={field} name={t(`filter.${field}`)}>
          <RangeFields field={field} {...common} />
        </Field>
      ))}
    </>
  );
}

function Field({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="ld-more__field">
      <span className="ld-more__name">{name}</span>
      {children}
    </div>
  );
}

/** How many of the conditions in the panel are set: chips of the same field count once. */
function seldomCount(filter: OrderFilter): number {
  const fields = filterChips(filter).flatMap((chip) => {
    if (chip.kind === 'range' || chip.kind === 'flag') return [chip.field];
    if (chip.kind === 'text') return chip.field === 'order_id' ? [chip.field] : [];
    if (chip.kind !== 'value' && chip.kind !== 'values') return [];
    return (SELDOM as readonly string[]).includes(chip.field) ? [chip.field] : [];
  });
  return new Set(fields).size;
}
