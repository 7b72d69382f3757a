import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { type ClipboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pasteKind, readPastedIds } from './pasted-ids.ts';

/** The first letter is asked for at once; letters typed faster than this share a question. */
const PACE_MILLIS = 80;
const LONGEST = 200;

interface Props {
  value: string | undefined;
  onChange: (text: string | undefined) => void;
  /** Order ids were pasted; `text` is what it was read from. */
  onIds: (ids: string[], text: string) => void;
  /** Something was pasted that is a list, but not plainly one of order ids. */
  onList: (text: string) => void;
  ref: Ref<InputRef>;
}

/** One field for every word: names, ids, notes. A pasted list of order ids becomes a condition of its own. */
export function SearchBox({ value, onChange, onIds, onList, ref }: Props) {
  const { t } = useTranslation('orders');
  const [text, setText] = useState(value ?? '');
  const composing = useRef(false);
  const asked = useRef(value);
  const report = useRef(onChange);
  report.current = onChange;
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; latest: string | null } | null>(null);

  // A chip, a link or an undo changes the condition behind the field's back; what was typed here is no such change.
  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    if (waiting.current) waiting.current.latest = null;
    setText(value ?? '');
  }, [value]);
  useEffect(() => () => clearTimeout(waiting.current?.timer), []);

  const ask = (typed: string) => {
    const wanted = typed.trim() || undefined;
    if (wanted === asked.current) return;
    asked.current = wanted;
    report.current(wanted);
  };
  const pace = (typed: string) => {
    if (waiting.current) {
      waiting.current.latest = typed;
      return;
    }
    ask(typed);
    const rest = () => {
      const latest = waiting.current?.latest ?? null;
      waiting.current = null;
      if (latest !== null) pace(latest);
    };
    waiting.current = { timer: setTimeout(rest, PACE_MILLIS), latest: null };
  };
  const type = (typed: string) => {
    setText(typed);
    // Half-written pinyin is no word yet.
    if (!composing.current) pace(typed);
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    const read = readPastedIds(pasted);
    const kind = pasteKind(pasted, read);
    if (kind === 'words') return;
    event.preventDefault();
    if (kind === 'ids') onIds(read.ids, pasted);
    else onList(pasted);
  };

  return (
    <Input
      ref={ref}
      className="ld-orders-search"
      aria-label={t('filter.search')}
      aria-keyshortcuts="/"
      title={t('filter.search_hint')}
      value={text}
      onChange={(event) => type(event.target.value)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        pace(event.currentTarget.value);
      }}
      onPaste={onPaste}
      placeholder={t('filter.search')}
      prefix={<SearchOutlined />}
      suffix={<kbd>/</kbd>}
      allowClear
      maxLength={LONGEST}
      spellCheck={false}
      data-testid="orders-search"
    />
  );
}
