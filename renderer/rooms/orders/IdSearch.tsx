import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { type Ref, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const PAUSE_MILLIS = 250;
const SHORTEST = 4;

interface Props {
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  ref: Ref<InputRef>;
}

/** Search by order id: a whole one as pasted from elsewhere, or its first or last characters. */
export function IdSearch({ value, onChange, ref }: Props) {
  const { t } = useTranslation('orders');
  const [text, setText] = useState(value ?? '');
  const wanted = text.trim();
  const short = wanted.length > 0 && wanted.length < SHORTEST;

  // A chip or a link may change the condition behind the field's back.
  useEffect(() => setText(value ?? ''), [value]);
  useEffect(() => {
    if (short || wanted === (value ?? '')) return;
    const timer = setTimeout(() => onChange(wanted || undefined), PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [wanted, short, value, onChange]);

  return (
    <Input
      ref={ref}
      className="ld-orders-id"
      aria-label={t('filter.order_id')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      placeholder={t('filter.order_id_placeholder')}
      prefix={<SearchOutlined />}
      suffix={short ? <small className="ld-orders-short">{t('filter.order_id_short')}</small> : <kbd>/</kbd>}
      allowClear
      maxLength={100}
      spellCheck={false}
    />
  );
}
