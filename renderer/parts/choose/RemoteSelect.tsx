import { Select } from 'antd';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './choose.css';

/** Typing pauses this long before the service is asked. */
const PAUSE_MILLIS = 200;

export interface Choice {
  value: string;
  label: string;
  /** Second line: an id, a shop; shown small. */
  note?: string | undefined;
}

/** What the selects of shops, promoters and products have in common for their users. */
export interface ChooseProps {
  value: readonly string[];
  onChange: (ids: string[]) => void;
  /** What is chosen here; the closed select reads "name" or "name · 2". */
  name: string;
  single?: boolean;
  className?: string;
  placeholder?: string;
  disabled?: boolean;
}

interface Props extends ChooseProps {
  choices: readonly Choice[];
  /** Names a chosen id that is not among the choices read last. */
  Name: ComponentType<{ id: string }>;
  loading: boolean;
  onSearch: (text: string) => void;
  onOpen: (open: boolean) => void;
}

/** A select whose choices the service searches, because there are thousands of them. */
export function RemoteSelect({ choices, Name, loading, onSearch, onOpen, ...own }: Props) {
  const { t } = useTranslation('parts');
  const [text, setText] = useState('');
  const search = useRef(onSearch);
  search.current = onSearch;

  useEffect(() => {
    const timer = setTimeout(() => search.current(text.trim()), PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [text]);

  const common = {
    'aria-label': own.name,
    className: `ld-choose ${own.className ?? ''}`,
    options: choices.map(({ value, label, note }) => ({ value, label, note })),
    optionRender: (option: { data: { label?: unknown; note?: string | undefined } }) => (
      <div className="ld-choose-option">
        <span>{String(option.data.label)}</span>
        {option.data.note ? <small>{option.data.note}</small> : null}
      </div>
    ),
    showSearch: { filterOption: false, searchValue: text, onSearch: setText } as const,
    loading,
    disabled: own.disabled ?? false,
    placeholder: own.placeholder ?? own.name,
    notFoundContent: loading ? t('loading') : t('empty'),
    popupMatchSelectWidth: 320,
    allowClear: true,
    onOpenChange: (open: boolean) => {
      onOpen(open);
      if (!open) setText('');
    },
  };
  if (own.single) {
    return (
      <Select
        {...common}
        value={own.value[0] ?? null}
        labelRender={({ value, label }) => label ?? <Name id={String(value)} />}
        onChange={(id: string | null | undefined) => own.onChange(id ? [id] : [])}
      />
    );
  }
  return (
    <Select
      {...common}
      mode="multiple"
      value={[...own.value]}
      onChange={(ids: string[]) => own.onChange(ids)}
      maxTagCount={0}
      maxTagPlaceholder={(hidden) => `${own.name} · ${hidden.length}`}
    />
  );
}
