import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { type MouseEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Absent } from './Absent.tsx';

/**
 * An id of the platform, whole and in equal digits: `<IdText id={row.order_id} />`. A click copies it and says so;
 * the click does not reach a row around it.
 */
export function IdText({ id }: { id: string | null | undefined }) {
  const { t } = useTranslation('parts');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  if (!id) return <Absent />;
  const copy = (event: MouseEvent) => {
    event.stopPropagation();
    void navigator.clipboard.writeText(id).then(() => setCopied(true));
  };
  return (
    <button
      type="button"
      className={`ld-id${copied ? ' ld-id--copied' : ''}`}
      onClick={copy}
      title={copied ? t('copied') : t('copy')}
      aria-label={`${id} ${copied ? t('copied') : t('copy')}`}
    >
      {id}
      <span className="ld-id__mark" aria-hidden>
        {copied ? <CheckOutlined /> : <CopyOutlined />}
      </span>
    </button>
  );
}
