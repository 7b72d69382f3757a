import { CloseCircleFilled } from '@ant-design/icons';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFilter } from '../../../../shared/contract/order.ts';
import type { Unix } from '../../../../shared/time.ts';
import { useRoute } from '../../../app/client/index.ts';
import { formatCount } from '../../../parts/Count.tsx';
import { type FacetChoice, facetChoices, isLongField } from './facet-choices.ts';
import { isCodeField, type ListField, type ListValue, listOf, withList } from './fields.ts';
import { useFound } from './use-found.ts';
import { useValueWord } from './value-name.tsx';
import { codeOfToken, textOfToken, valueToken } from './value-token.ts';

interface Props {
  field: ListField;
  filter: OrderFilter;
  asOf: Unix | null;
  onChange: (filter: OrderFilter) => void;
  /** While nothing is chosen; the field's name unless given. */
  placeholder?: string;
  className?: string;
}

interface Option {
  value: string;
  label: string;
  note: string | null;
  rows: number | null;
}

/**
 * The values of one list with how many rows each has under the other conditions. They are counted while the list is
 * open, not before: nobody reads eight lists at once.
 */
export function FacetSelect({ field, filter, asOf, onChange, placeholder, className = '' }: Props) {
  const { t } = useTranslation(['orders', 'parts']);
  const valueWord = useValueWord();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const name = t(`filter.${field}`);
  const chosen = listOf(filter, field);

  const counted = useRoute(
    'order.facets',
    { filter, of: [field], ...(asOf === null ? {} : { as_of: asOf }) },
    { enabled: open, keep: true },
  );
  const found = useFound(isLongField(field) && open ? field : null, text);
  const facet = counted.data?.[field];
  const optionOf = ({ value, label, rows }: FacetChoice): Option => {
    const token = valueToken(value);
    const word = valueWord(field, value, label);
    return { value: token, label: word, note: isLongField(field) && word !== token ? token : null, rows };
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
      mode="multiple"
      className={`ld-choose ld-facet ${className}`}
      classNames={{ popup: { root: 'ld-facet-list' } }}
      aria-label={name}
      placeholder={placeholder ?? name}
      value={chosen.map(valueToken)}
      onChange={choose}
      options={open ? options : []}
      optionRender={({ data }) => <FacetOption option={data} />}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped, autoClearSearchValue: false }}
      maxTagCount={0}
      maxTagPlaceholder={(hidden) => `${name} ${hidden.length}`}
      popupMatchSelectWidth={isLongField(field) ? 340 : 220}
      notFoundContent={looking ? t('parts:loading') : t('parts:empty')}
      loading={open && looking}
      allowClear={{ clearIcon: <CloseCircleFilled />, label: t('filter.remove', { what: name }) }}
      onOpenChange={(opened) => {
        setOpen(opened);
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

function FacetOption({ option }: { option: Option }) {
  return (
    <div className="ld-facet-option">
      <span className="ld-facet-option__name">
        <span title={option.label}>{option.label}</span>
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
