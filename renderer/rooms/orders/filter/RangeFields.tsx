import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OrderFilter, orderFilter } from '../../../../shared/contract/order.ts';
import { formatFen, parseFen } from '../../../../shared/money.ts';
import { formatPpm, parsePpm } from '../../../../shared/rate.ts';
import { type RangeField, withConditions } from './fields.ts';

interface Props {
  field: RangeField;
  filter: OrderFilter;
  onChange: (filter: OrderFilter) => void;
}

type Bound = `${RangeField}_${'min' | 'max'}`;

/** From and to of an amount in yuan or of a rate in percent, both included; either may be left open. */
export function RangeFields({ field, filter, onChange }: Props) {
  const { t } = useTranslation('orders');
  const [least, most]: [Bound, Bound] = [`${field}_min`, `${field}_max`];
  const set = (bound: Bound, value: number | undefined) => {
    const low = bound === least ? value : filter[least];
    const high = bound === most ? value : filter[most];
    const turned = low !== undefined && high !== undefined && low > high;
    onChange(withConditions(filter, { [least]: turned ? high : low, [most]: turned ? low : high }));
  };
  const unit = field === 'ratio' ? '%' : t('filter.yuan');
  return (
    <div className="ld-range">
      <BoundField
        bound={least}
        name={t('filter.least', { what: t(`filter.${field}`) })}
        placeholder={t('filter.range_least')}
        value={filter[least]}
        onChange={(value) => set(least, value)}
      />
      <span className="ld-faint">–</span>
      <BoundField
        bound={most}
        name={t('filter.most', { what: t(`filter.${field}`) })}
        placeholder={t('filter.range_most')}
        value={filter[most]}
        onChange={(value) => set(most, value)}
      />
      <span className="ld-faint">{unit}</span>
    </div>
  );
}

interface FieldProps {
  bound: Bound;
  name: string;
  placeholder: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}

/** Counts when left or with Enter: a bound half typed would turn the range round. What cannot be read stays, marked. */
function BoundField({ bound, name, placeholder, value, onChange }: FieldProps) {
  const written = value === undefined ? '' : textOf(bound, value);
  const [typed, setTyped] = useState(written);
  useEffect(() => setTyped(written), [written]);
  const read = typed.trim() === '' ? undefined : boundOf(bound, typed);
  const commit = () => {
    if (read === null) return;
    setTyped(read === undefined ? '' : textOf(bound, read));
    if (read !== value) onChange(read);
  };
  return (
    <Input
      aria-label={name}
      aria-invalid={read === null}
      {...(read === null ? { status: 'error' as const } : {})}
      placeholder={placeholder}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onPressEnter={commit}
      inputMode="decimal"
      maxLength={20}
      data-testid={`bound-${bound}`}
    />
  );
}

function textOf(bound: Bound, value: number): string {
  return bound.startsWith('ratio') ? formatPpm(value).slice(0, -1) : formatFen(value);
}

/** Null where the text is no amount or rate the filter takes. */
function boundOf(bound: Bound, text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[¥\s]/g, '');
  const value = bound.startsWith('ratio') ? parsePpm(plain) : parseFen(plain);
  return value !== null && orderFilter.shape[bound].safeParse(value).success ? value : null;
}
