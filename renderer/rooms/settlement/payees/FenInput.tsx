import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fen, formatFen, parseFen } from '../../../../shared/money.ts';

interface Props {
  name: string;
  value: Fen | null;
  /** Null while what stands there is empty; `undefined` while it is no amount. */
  onChange: (fen: Fen | null | undefined) => void;
  placeholder?: string;
}

/** An amount of yuan as staff type it, never negative. */
export function FenInput({ name, value, onChange, placeholder = '' }: Props) {
  const { t } = useTranslation('payee');
  const [text, setText] = useState(value === null ? '' : formatFen(value));
  const read = (typed: string): Fen | null | undefined => {
    if (typed.trim() === '') return null;
    const fen = parseFen(typed);
    return fen === null || fen < 0 ? undefined : fen;
  };
  const wrong = read(text) === undefined;
  return (
    <span className="ld-fen-input">
      <Input
        aria-label={name}
        value={text}
        placeholder={placeholder}
        status={wrong ? 'error' : ''}
        inputMode="decimal"
        onChange={(event) => {
          setText(event.target.value);
          onChange(read(event.target.value));
        }}
      />
      {wrong ? <small className="ld-bad-text">{t('form.amount_wrong')}</small> : null}
    </span>
  );
}
