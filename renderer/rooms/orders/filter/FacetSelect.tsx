import { CloseCircleFilled } from '@ant-design/icons';
import { type RefSelectProps, Select } from 'antd';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFilter } from '../../../../shared/contract/order.ts';
import type { Unix } from '../../../../shared/time.ts';
import { useRoute } from '../../../app/client/index.ts';
import { formatCount } from '../../../parts/Count.tsx';
import { type FacetChoice, facetChoices, isLongField } from './facet-choices.ts';
import { isCodeField, type ListField, type ListValue, listOf, withList } from './fields.ts';
import { useFound } from './use-found.ts';
import { useValueWord, ValueName } from './value-name.tsx';
import { codeOfToken, textOfToken, valueToken } from './value-token.ts';

/** Names are shorter; what is pasted may not be. */
const LONGEST = 200;

interface Props {
  field: ListField;
  filter: OrderFilter;
  asOf: Unix | null;
  onChange: (filter: OrderFilter) => void;
  open: boolean;
  onOpen: (open: boolean) => void;
  /** The key that opens the list, where there is one. */
  digit?: number;
  /** While nothing is chosen; the field's name unless given. */
  placeholder?: string;
}

interface Option {
  value: string;
  label: string;
  note: string | null;
  rows: number | null;
  /** Chosen, but not among those counted: the name has to be looked up. */
  nameless: boolean;
}

/** Which list is open after one says that it opens or closes: a list closes late when another has opened. */
export function openedList(field: ListField, open: boolean): (before: ListField | null) => ListField | null {
  return (before) => (open ? field : before === field ? null : before);
}

/**
 * The values of one list with how many rows each has under the other conditions. They are counted while the list is
 * open, not before: nobody reads eight lists at once.
 */
export function FacetSelect({ field, filter, asOf, onChange, open, onOpen, digit, placeholder }: Props) {
  const { t } = useTranslation(['orders', 'parts']);
  const valueWord = useValueWord();
  const select = useRef<RefSelectProps>(null);
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim().slice(0, LONGEST));
  // Opened by its key the list has the letters too.
  useEffect(() => {
    if (open) select.current?.focus();
  }, [open]);
  const name = t(`filter.${field}`);
  const chosen = listOf(filter, field);

  const counted = useRoute(
    'order.facets',
    { filter, of: [field], ...(asOf === null ? {} : { as_of: asOf }) },
    { enabled: open, keep: true },
  );
  const found = useFound(isLongField(field) && open ? field : null, text, asOf);
  const facet = counted.data?.[field];
  const optionOf = ({ value, label, rows }: FacetChoice): Option => {
    const token = valueToken(value);
    const word = valueWord(field, value, label);
    const long = isLongField(field) && value !== null;
    // A talent without an AppID is known by the name alone.
    const note = long && word !== token && `name:${word}` !== token ? token : null;
    const nameless = long && label === null && rows === null;
    return { value: token, label: word, note, rows, nameless };
  };
  const known = facetChoices(field, facet, chosen).map(optionOf);
  const options = text ? matching(known, found.choices.map(optionOf), text) : known;
  const looking = counted.isFetching || found.looking;

  const choose = (tokens: string[]) => {
    const values = tokens.map((token) => (isCodeField(field) ? codeOfToken(token) : textOfToken(token)));
    onChange(
      withList(
        filter,
        field,
        values.filter((value): value is ListValue => value !== undefined),
      ),
    );
  };
  return (
    <Select<string[], Option>
      ref={select}
      mode="multiple"
      className="ld-choose ld-facet"
      classNames={{ popup: { root: 'ld-facet-list' } }}
      aria-label={name}
      {...(digit ? { title: `${name} (${digit})`, 'aria-keyshortcuts': String(digit) } : {})}
      placeholder={placeholder ?? name}
      value={chosen.map(valueToken)}
      onChange={choose}
      options={open ? options : []}
      optionRender={({ data }) => <FacetOption field={field} option={data} />}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped, autoClearSearchValue: false }}
      maxTagCount={0}
      maxTagPlaceholder={(hidden) => `${name} ${hidden.length}`}
      popupMatchSelectWidth={isLongField(field) ? 340 : 220}
      notFoundContent={looking ? t('parts:loading') : t('parts:empty')}
      loading={open && looking}
      allowClear={{ clearIcon: <CloseCircleFilled />, label: t('filter.remove', { what: name }) }}
      open={open}
      onOpenChange={(opened) => {
        onOpen(opened);
        if (!opened) setTyped('');
      }}
      data-testid={`facet-${field}`}
      {...(open && facet && facet.more > 0 && text === ''
        ? {
            popupRender: (list) => (
              <>
                {list}
                <div className="ld-facet-more">{t('filter.more_values', { more: formatCount(facet.more) })}</div>
              </>
            ),
          }
        : {})}
    />
  );
}

function FacetOption({ field, option }: { field: ListField; option: Option }) {
  return (
    <div className="ld-facet-option">
      <span className="ld-facet-option__name">
        <span title={option.label}>
          {option.nameless ? <ValueName field={field} value={textOfToken(option.value)} /> : option.label}
        </span>
        {option.note ? <small>{option.note}</small> : null}
      </span>
      <small className="ld-facet-option__rows">{option.rows === null ? '' : formatCount(option.rows)}</small>
    </div>
  );
}

/** Counted values whose name or id holds the text, then whatever else the search found. */
function matching(counted: readonly Option[], found: readonly Option[], text: string): Option[] {
  const wanted = text.toLowerCase();
  const near = counted.filter(({ value, label }) => `${label}\n${value}`.toLowerCase().includes(wanted));
  const there = new Map(counted.map((option) => [option.value, option]));
  const options = new Map(near.map((option) => [option.value, option]));
  for (const option of found) {
    if (!options.has(option.value)) options.set(option.value, there.get(option.value) ?? option);
  }
  return [...options.values()];
}
