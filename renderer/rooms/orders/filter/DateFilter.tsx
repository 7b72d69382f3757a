import { DatePicker, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { AXES, type Axis, type OrderFilter } from '../../../../shared/contract/order.ts';
import { type Day, dayOf } from '../../../../shared/time.ts';
import { usePlatformNow } from '../../../parts/platform-now.ts';
import { DATE_PRESETS, type DatePreset, presetOf, presetRange } from '../date-preset.ts';
import { withConditions } from './fields.ts';

interface Props {
  filter: OrderFilter;
  onChange: (filter: OrderFilter) => void;
}

/** Which time, and from which day to which. The preset in force stays marked, typed by hand or not. */
export function DateFilter({ filter, onChange }: Props) {
  const { t } = useTranslation('orders');
  const today = dayOf(usePlatformNow());
  const setRange = (from: Day | undefined, to: Day | undefined) => onChange(withConditions(filter, { from, to }));

  return (
    <div className="ld-orders-dates">
      <Select<Axis>
        aria-label={t('axis_label')}
        value={filter.axis}
        onChange={(axis) => onChange({ ...filter, axis })}
        options={AXES.map((axis) => ({ value: axis, label: t(`axis.${axis}`) }))}
        popupMatchSelectWidth={false}
        data-testid="orders-axis"
      />
      <Segmented<DatePreset | ''>
        className="ld-orders-presets"
        // The choice inside takes the focus: twice on the way of Tab would be once too often.
        tabIndex={-1}
        aria-label={t('preset_label')}
        aria-keyshortcuts="Alt+1 Alt+2 Alt+3 Alt+4 Alt+5 Alt+6"
        value={presetOf(filter, today) ?? ''}
        onChange={(preset) => {
          if (!preset) return;
          const { from, to } = presetRange(preset, today);
          setRange(from, to);
        }}
        options={DATE_PRESETS.map((preset, at) => ({
          value: preset,
          label: t(`preset.${preset}`),
          title: `${t(`preset.${preset}`)} (Alt+${at + 1})`,
        }))}
      />
      <DatePicker.RangePicker
        className="ld-orders-range"
        value={[filter.from ? dayjs(filter.from) : null, filter.to ? dayjs(filter.to) : null]}
        onChange={(days) => setRange(days?.[0]?.format('YYYY-MM-DD'), days?.[1]?.format('YYYY-MM-DD'))}
        allowEmpty={[true, true]}
        placeholder={[t('from'), t('to')]}
        format="YYYY-MM-DD"
      />
    </div>
  );
}
