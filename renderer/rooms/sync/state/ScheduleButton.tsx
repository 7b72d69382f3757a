import { SettingOutlined } from '@ant-design/icons';
import { Button, InputNumber, Popover, Segmented, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackgroundSync } from '../../../../shared/contract/background.ts';
import { useAction } from '../../../app/client/index.ts';

const LEAST_MINUTES = 5;
const MOST_MINUTES = 1440;

/** When runs start by themselves: on at all, how often, and on battery. */
export function ScheduleButton({ background }: { background: BackgroundSync }) {
  const { t } = useTranslation('sync');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={<Schedule background={background} />}
    >
      <Button icon={<SettingOutlined />}>{t('schedule.button')}</Button>
    </Popover>
  );
}

function Schedule({ background }: { background: BackgroundSync }) {
  const { t } = useTranslation('sync');
  const set = useAction('background.set');
  const [minutes, setMinutes] = useState(background.every_minutes);
  const keepMinutes = () => {
    if (minutes !== background.every_minutes) set.mutate({ every_minutes: minutes });
  };
  return (
    <div className="ld-schedule">
      <span>{t('schedule.on')}</span>
      <Switch
        checked={background.on}
        loading={set.isPending}
        onChange={(on) => set.mutate({ on })}
        aria-label={t('schedule.on')}
      />
      <span className="ld-schedule__hint">{t('schedule.on_hint')}</span>
      <span>{t('schedule.every')}</span>
      <InputNumber<number>
        value={minutes}
        min={LEAST_MINUTES}
        max={MOST_MINUTES}
        precision={0}
        step={5}
        disabled={!background.on}
        onChange={(value) => setMinutes(value ?? background.every_minutes)}
        onBlur={keepMinutes}
        onPressEnter={keepMinutes}
        aria-label={t('schedule.every')}
      />
      <span>{t('schedule.on_battery')}</span>
      <Segmented
        value={background.on_battery}
        disabled={!background.on}
        onChange={(on_battery) => set.mutate({ on_battery })}
        options={(['same', 'slower', 'never'] as const).map((value) => ({
          value,
          label: t(`schedule.battery.${value}`),
        }))}
      />
    </div>
  );
}
