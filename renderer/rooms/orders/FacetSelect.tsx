import { Select } from 'antd';

export interface FacetChoice<Value extends string | number> {
  value: Value;
  label: string;
  rows: number | null;
}

interface Props<Value extends string | number> {
  name: string;
  choices: FacetChoice<Value>[];
  value: readonly Value[];
  onChange: (values: Value[]) => void;
}

/** A short list of values with how many rows each has under the other conditions. */
export function FacetSelect<Value extends string | number>({ name, choices, value, onChange }: Props<Value>) {
  return (
    <Select<Value[]>
      mode="multiple"
      className="ld-choose"
      aria-label={name}
      placeholder={name}
      value={[...value]}
      onChange={onChange}
      options={choices.map(({ value: one, label, rows }) => ({ value: one, label, rows }))}
      optionRender={(option) => (
        <div className="ld-orders-facet">
          <span>{option.data.label}</span>
          <small>{(option.data as { rows?: number | null }).rows?.toLocaleString('en-US') ?? ''}</small>
        </div>
      )}
      showSearch={false}
      maxTagCount={0}
      maxTagPlaceholder={(hidden) => `${name} · ${hidden.length}`}
      popupMatchSelectWidth={220}
      allowClear
    />
  );
}
