import { CalendarOutlined } from '@ant-design/icons';
import { Button, DatePicker, Popover } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncControl } from '../../../app/client/index.ts';

/** Reads the orders again from a chosen day on. */
export function SinceButton({ sync, connected }: { sync: SyncControl; connected: boolean }) {
  const { t } = useTranslation('sync');
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState<Dayjs | null>(null);
  const text = day?.format('YYYY-MM-DD') ?? '';
  const start = () => {
    sync.start({ since: text });
    setOpen(false);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={
        <div className="ld-since">
          <p className="ld-soft">{t('since_hint')}</p>
          <DatePicker value={day} onChange={setDay} disabledDate={(date) => date.isAfter(dayjs(), 'day')} />
          <Button type="primary" disabled={day === null} onClick={start}>
            {t('since_start', { day: text || '…' })}
          </Button>
        </div>
      }
    >
      <Button icon={<CalendarOutlined />} disabled={sync.running || !connected}>
        {t('since')}
      </Button>
    </Popover>
  );
}
