import { CopyOutlined, DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { REPORT_FORMATS, type ReportFormat, type ReportRecipient } from '../../../../shared/contract/report.ts';
import { nameOf } from './recipient-figures.ts';

interface Props {
  row: ReportRecipient;
  disabled: boolean;
  copying: boolean;
  onWrite: (row: ReportRecipient, format: ReportFormat) => void;
  onCopy: (row: ReportRecipient) => void;
}

/** A recipient's statement in any format, and the words to send with it. */
export function RecipientActions({ row, disabled, copying, onWrite, onCopy }: Props) {
  const { t } = useTranslation('report');
  const name = nameOf(row, t);
  return (
    <span className="ld-recipient-actions">
      <Dropdown
        trigger={['click']}
        disabled={disabled}
        menu={{
          items: REPORT_FORMATS.map((format) => ({ key: format, label: t(`format.${format}`) })),
          onClick: ({ key }) => onWrite(row, key as ReportFormat),
        }}
      >
        <Button size="small" aria-label={t('write_of', { name })}>
          {t('write')} <DownOutlined />
        </Button>
      </Dropdown>
      <Button
        size="small"
        type="text"
        icon={<CopyOutlined />}
        loading={copying}
        aria-label={t('message_of', { name })}
        onClick={() => onCopy(row)}
      >
        {t('message')}
      </Button>
    </span>
  );
}
