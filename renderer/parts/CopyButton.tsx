import { CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** Copies a text and says so: `<CopyButton text={address} label="复制地址" />`; `said` replaces «已复制». */
export function CopyButton({
  text,
  label,
  said,
  disabled = false,
}: {
  text: string | (() => string);
  label: string;
  said?: string;
  disabled?: boolean;
}) {
  const { t } = useTranslation('parts');
  const { message } = App.useApp();
  const copy = () =>
    void navigator.clipboard
      .writeText(typeof text === 'string' ? text : text())
      .then(() => message.success(said ?? t('copied')));
  return (
    <Button icon={<CopyOutlined />} onClick={copy} disabled={disabled}>
      {label}
    </Button>
  );
}
