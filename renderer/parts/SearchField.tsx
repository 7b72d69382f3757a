import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';

const PAUSE_MILLIS = 220;

/**
 * Search text that reports after a short pause: `<SearchField value={search} onSearch={(text) => set({ search: text })} />`.
 * While an input method composes (pinyin) nothing is reported.
 */
export function SearchField({
  value,
  onSearch,
  placeholder,
  width = 240,
}: {
  value: string;
  onSearch: (text: string) => void;
  placeholder: string;
  width?: number;
}) {
  const [text, setText] = useState(value);
  const composing = useRef(false);
  const report = useRef(onSearch);
  report.current = onSearch;

  // A change from outside (a cleared filter, another address) wins over what was typed.
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value || composing.current) return;
    const timer = setTimeout(() => {
      if (!composing.current) report.current(text.trim());
    }, PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [text, value]);

  return (
    <Input
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        report.current(event.currentTarget.value.trim());
      }}
      onPressEnter={() => onSearch(text.trim())}
      prefix={<SearchOutlined className="ld-faint" />}
      placeholder={placeholder}
      aria-label={placeholder}
      allowClear
      style={{ width }}
    />
  );
}
