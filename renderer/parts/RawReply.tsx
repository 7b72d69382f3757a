import { CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { prettyJson } from './pretty-json.ts';
import './raw-reply.css';

/** The platform's reply as it came, indented but never parsed: `<RawReply json={version.raw} />`. */
export function RawReply({ json }: { json: string }) {
  const { t } = useTranslation('parts');
  const { message } = App.useApp();
  const text = useMemo(() => prettyJson(json), [json]);
  return (
    <div className="ld-raw">
      <Button
        size="small"
        className="ld-raw__copy"
        icon={<CopyOutlined />}
        onClick={() => void navigator.clipboard.writeText(text).then(() => message.success(t('copied')))}
      >
        {t('copy')}
      </Button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard */}
      <pre tabIndex={0}>{text}</pre>
    </div>
  );
}
