import { ClockCircleOutlined } from '@ant-design/icons';
import { Button, DatePicker, Popover } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, type Unix } from '../../../../shared/time.ts';
import { usePlatformNow } from '../../../parts/platform-now.ts';
import { JUMPS, jumpBack, momentOf } from './as-of.ts';
import './as-of.css';

const WRITTEN = 'YYYY-MM-DD HH:mm:ss';

interface Props {
  asOf: Unix | null;
  onChange: (asOf: Unix | null) => void;
}

/** Sets the whole page to a past moment. The calendar speaks of UTC+8, whatever zone the machine is in. */
export function AsOfControl({ asOf, onChange }: Props) {
  const { t } = useTranslation('views');
  const [open, setOpen] = useState(false);
  const now = usePlatformNow();
  const moment = (at: Unix) => dayjs(formatInstant(at), WRITTEN);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      title={
        <div className="ld-as-of-title">
          {t('as_of.title')}
          {asOf === null ? null : (
            <Button
              type="link"
              size="small"
              onClick={() => {
                onChange(null);
                setOpen(false);
              }}
            >
              {t('as_of.now')}
            </Button>
          )}
        </div>
      }
      content={
        <div className="ld-as-of">
          <span className="ld-soft">{t('as_of.pick')}</span>
          <DatePicker
            aria-label={t('as_of.pick')}
            value={asOf === null ? null : moment(asOf)}
            onChange={(picked) => onChange(picked ? momentOf(picked.format(WRITTEN)) : null)}
            showTime={{ defaultOpenValue: dayjs('23:59:59', 'HH:mm:ss') }}
            maxDate={moment(now)}
            placeholder={formatInstant(now).slice(0, 16)}
            format={WRITTEN}
            data-testid="as-of-pick"
          />
          <span className="ld-soft">{t('as_of.jump')}</span>
          <span className="ld-as-of__jumps">
            {JUMPS.map((jump) => (
              <Button key={jump} onClick={() => onChange(jumpBack(jump, asOf ?? now))} data-testid={`as-of-${jump}`}>
                {t(`as_of.${jump}`)}
              </Button>
            ))}
          </span>
        </div>
      }
    >
      <Button
        icon={<ClockCircleOutlined />}
        className={asOf === null ? '' : 'ld-as-of__button--set'}
        aria-expanded={open}
        title={t('as_of.hint')}
        data-testid="as-of"
      >
        {asOf === null ? t('as_of.button') : t('as_of.set', { moment: formatInstant(asOf).slice(0, 16) })}
      </Button>
    </Popover>
  );
}
