import { InputNumber } from 'antd';
import type { Ppm } from '../../shared/rate.ts';

const PPM_PER_PERCENT = 10_000;

interface Props {
  value: Ppm | null;
  onChange: (ratio: Ppm | null) => void;
  name: string;
  /** Percent; the platform takes splits of 10 % to 100 %. */
  least?: number;
  most?: number;
  disabled?: boolean;
}

/** A rate typed in percent, at most two digits after the point; null while the field is empty. */
export function RatioInput({ value, onChange, name, least = 10, most = 100, disabled = false }: Props) {
  return (
    <InputNumber<number>
      className="ld-ratio"
      aria-label={name}
      value={value === null ? null : value / PPM_PER_PERCENT}
      onChange={(percent) => onChange(percent === null ? null : Math.round(percent * PPM_PER_PERCENT))}
      min={least}
      max={most}
      step={5}
      decimalSeparator="."
      suffix="%"
      disabled={disabled}
    />
  );
}
