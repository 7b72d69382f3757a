import { CaretRightOutlined, PauseOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BackgroundSync } from '../../../../shared/contract/background.ts';
import { HOUR_SECONDS } from '../../../../shared/time.ts';
import { useAction } from '../../../app/client/index.ts';
import { tomorrowMorning } from './next-run.ts';

/** Holds the schedule for an hour or the night, and lets it go on. */
export function PauseButton({ background }: { background: BackgroundSync }) {
  const { t } = useTranslation('sync');
  const pause = useAction('background.pause');
  if (background.paused_until !== null) {
    return (
      <Button icon={<CaretRightOutlined />} loading={pause.isPending} onClick={() => pause.mutate({ until: null })}>
        {t('pause.resume')}
      </Button>
    );
  }
  // A pause is told in the machine's time: the schedule runs by its clock.
  const until = { hour: (now: number) => now + HOUR_SECONDS, morning: tomorrowMorning };
  return (
    <Dropdown
      trigger={['click']}
      disabled={!background.on}
      menu={{
        items: [
          { key: 'hour', label: t('pause.hour') },
          { key: 'morning', label: t('pause.morning') },
        ],
        onClick: ({ key }) => pause.mutate({ until: until[key as keyof typeof until](Math.floor(Date.now() / 1000)) }),
      }}
    >
      <Button icon={<PauseOutlined />} loading={pause.isPending}>
        {t('pause.button')}
      </Button>
    </Dropdown>
  );
}
