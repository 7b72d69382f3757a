import { CloseOutlined } from '@ant-design/icons';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFilter } from '../../../../shared/contract/order.ts';
import { formatFen } from '../../../../shared/money.ts';
import { formatPpm } from '../../../../shared/rate.ts';
import { formatInstant } from '../../../../shared/time.ts';
import { formatCount } from '../../../parts/Count.tsx';
import { useLengthText } from '../analysis/use-length-text.ts';
import type { DelayField, RangeField } from './fields.ts';
import { type FilterChip, filterChips } from './filter-chips.ts';
import { ValueName } from './value-name.tsx';
import './filter.css';

interface Props {
  filter: OrderFilter;
  /** Left out: the chips are only read, as on the export. */
  onChange?: (filter: OrderFilter) => void;
  /** Opens the list of pasted order ids. */
  onIds?: () => void;
}

/** The conditions in force, each removed by a click, or by Delete while it has the focus. */
export function FilterChips({ filter, onChange, onIds }: Props) {
  const { t } = useTranslation('orders');
  const chips = filterChips(filter);
  if (chips.length === 0) return <span className="ld-faint ld-chips__none">{t('filter.none')}</span>;
  return (
    <ul className="ld-chips" aria-label={t('filter.conditions')}>
      {chips.map((chip) => (
        <li key={chip.key} className="ld-chip" data-chip={chip.key}>
          <ChipText chip={chip} {...(onIds ? { onIds } : {})} />
          {onChange ? (
            <button
              type="button"
              aria-label={t('filter.remove', { what: chipName(chip, t) })}
              aria-keyshortcuts="Delete Backspace"
              title={t('filter.remove_hint')}
              onClick={() => onChange(chip.rest)}
              onKeyDown={(event) => onChipKey(event, () => onChange(chip.rest))}
            >
              <CloseOutlined />
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** Delete removes and goes on to the neighbour, the arrows go along the chips. */
function onChipKey(event: KeyboardEvent<HTMLButtonElement>, remove: () => void): void {
  const chip = event.currentTarget.closest('li');
  const closer = (neighbour: Element | null | undefined) =>
    neighbour?.querySelector<HTMLButtonElement>('button[aria-keyshortcuts]') ?? null;
  if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    (closer(chip?.nextElementSibling) ?? closer(chip?.previousElementSibling))?.focus();
    remove();
  } else if (event.key === 'ArrowRight') closer(chip?.nextElementSibling)?.focus();
  else if (event.key === 'ArrowLeft') closer(chip?.previousElementSibling)?.focus();
}

type Text = ReturnType<typeof useTranslation<'orders'>>['t'];

function chipName(chip: FilterChip, t: Text): string {
  if (chip.kind === 'days') return t(`axis.${chip.axis}`);
  if (chip.kind === 'order_ids') return t('filter.order_ids');
  return t(`filter.${chip.field}`, { axis: t(`axis.${chip.rest.axis}`) });
}

function ChipText({ chip, onIds }: { chip: FilterChip; onIds?: () => void }) {
  const { t } = useTranslation('orders');
  const named = (value: ReactNode) => (
    <>
      <span>{chipName(chip, t)}</span>
      <b>{value}</b>
    </>
  );
  switch (chip.kind) {
    case 'days':
      return named(daysText(chip.from, chip.to, t));
    case 'text':
      return named(chip.value);
    case 'order_ids': {
      const text = t('filter.ids_chip', { ids: formatCount(chip.count) });
      return onIds ? (
        <button type="button" className="ld-chip__open" title={t('filter.ids_open')} onClick={onIds}>
          {text}
        </button>
      ) : (
        <b>{text}</b>
      );
    }
    case 'value':
      return named(<ValueName field={chip.field} value={chip.value} />);
    case 'values':
      return named(
        <>
          <ValueName field={chip.field} value={chip.values[0] ?? null} />
          {t('filter.and_more', { count: chip.values.length })}
        </>,
      );
    case 'range':
      return named(<RangeText field={chip.field} least={chip.least} most={chip.most} />);
    case 'flag':
      return named(chip.value ? t('filter.yes') : t('filter.no'));
  }
}

function daysText(from: string | undefined, to: string | undefined, t: Text): string {
  if (from && to) return from === to ? from : `${from} – ${to}`;
  return from ? t('filter.range_from', { from }) : t('filter.range_to', { to: to ?? '' });
}

function RangeText({
  field,
  least,
  most,
}: {
  field: RangeField | DelayField;
  least: number | undefined;
  most: number | undefined;
}) {
  const length = useLengthText();
  const text = (bound: number) => {
    if (field === 'ratio') return formatPpm(bound);
    if (field === 'refunded') return formatInstant(bound);
    return field === 'payment' || field === 'service' ? formatFen(bound) : length(bound);
  };
  if (least !== undefined && most !== undefined) return least === most ? text(least) : `${text(least)} – ${text(most)}`;
  return least === undefined ? `≤ ${text(most ?? 0)}` : `≥ ${text(least)}`;
}
