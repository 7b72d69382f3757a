import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FacetValue, OrderFilter } from '../../../../shared/contract/order.ts';
import { formatCount } from '../../../parts/Count.tsx';
import { type FlagField, withConditions } from './fields.ts';

interface Props {
  field: FlagField;
  filter: OrderFilter;
  /** How many rows have it and have it not; undefined where nobody counts. */
  counted: readonly FacetValue[] | undefined;
  onChange: (filter: OrderFilter) => void;
}

/** Yes, no, or no matter. */
export function FlagChoice({ field, filter, counted, onChange }: Props) {
  const { t } = useTranslation('orders');
  const rows = (value: boolean) => {
    const found = counted?.find((one) => one.value === value);
    return counted ? <small className="ld-faint"> {formatCount(found?.rows ?? 0)}</small> : null;
  };
  const value = filter[field];
  return (
    <Segmented<'any' | 'yes' | 'no'>
      size="small"
      tabIndex={-1}
      aria-label={t(`filter.${field}`, { axis: t(`axis.${filter.axis}`) })}
      value={value === undefined ? 'any' : value ? 'yes' : 'no'}
      onChange={(asked) => onChange(withConditions(filter, { [field]: asked === 'any' ? undefined : asked === 'yes' }))}
      options={[
        { value: 'any', label: t('filter.any') },
        {
          value: 'yes',
          label: (
            <span>
              {t('filter.yes')}
              {rows(true)}
            </span>
          ),
        },
        {
          value: 'no',
          label: (
            <span>
              {t('filter.no')}
              {rows(false)}
            </span>
          ),
        },
      ]}
      data-testid={`flag-${field}`}
    />
  );
}
