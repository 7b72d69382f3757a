import { App, Button, Drawer, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportSchedule } from '../../../../../shared/contract/report.ts';
import { useAction, useRoute } from '../../../../app/client/index.ts';
import { EmptyState, ErrorState, Instant, Loaded } from '../../../../parts/index.ts';
import { ScheduleForm } from './ScheduleForm.tsx';
import { draftOf, newSchedule, type ScheduleDraft } from './schedule-draft.ts';
import './schedules.css';

/** Plans for packs nobody has to ask for, with when they ran, when they will, and why they could not. */
export function SchedulesDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('report');
  const { message } = App.useApp();
  const [draft, setDraft] = useState<ScheduleDraft | null>(null);
  const plans = useRoute('report.schedules', {}, { enabled: open });
  const leave = () => {
    setDraft(null);
    onClose();
  };
  return (
    <Drawer
      open={open}
      onClose={leave}
      size={600}
      title={t('schedule.title')}
      extra={
        draft ? null : (
          <Button type="primary" onClick={() => setDraft(newSchedule(t('schedule.default_name')))}>
            {t('schedule.new')}
          </Button>
        )
      }
    >
      {draft ? (
        <ScheduleForm
          start={draft}
          onClose={() => setDraft(null)}
          onSaved={(name) => {
            message.success(t('schedule.saved', { name }));
            setDraft(null);
          }}
        />
      ) : (
        <Loaded query={plans}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState title={t('schedule.none')} text={t('schedule.about')} />
            ) : (
              <ul className="ld-schedules">
                {all.map((plan) => (
                  <Plan key={plan.schedule_id} plan={plan} onEdit={setDraft} />
                ))}
              </ul>
            )
          }
        </Loaded>
      )}
    </Drawer>
  );
}

function Plan({ plan, onEdit }: { plan: ReportSchedule; onEdit: (draft: ScheduleDraft) => void }) {
  const { t } = useTranslation('report');
  const { modal, message } = App.useApp();
  const save = useAction('report.save_schedule');
  const remove = useAction('report.remove_schedule', { onDone: () => message.success(t('schedule.removed')) });
  const { schedule_id, name, occasion, day, hour, folder, scopes, formats, on, next_at, last_period, last_at } = plan;
  const confirm = () =>
    modal.confirm({
      title: t('schedule.remove_sure', { name }),
      okText: t('schedule.remove'),
      onOk: () => remove.mutateAsync({ schedule_id }).catch(() => {}),
    });
  return (
    <li>
      <header>
        <b className="ld-ellipsis">{name}</b>
        <Switch
          size="small"
          checked={on}
          loading={save.isPending}
          aria-label={`${t('schedule.on')} ${name}`}
          onChange={(wanted) => save.mutate({ ...draftOf(plan), on: wanted })}
        />
      </header>
      <p>
        {occasion === 'close' ? t('schedule.on_close') : t('schedule.monthly_at', { day, hour })}
        <span className="ld-soft">
          {' · '}
          {scopes.map((scope) => t(`scope.${scope}`)).join(' + ')}
          {' · '}
          {formats.map((format) => t(`format.${format}`)).join(' + ')}
        </span>
      </p>
      <p className="ld-faint ld-ellipsis" title={folder}>
        {folder}
      </p>
      <p className="ld-faint">
        {last_period === null ? t('schedule.never') : t('schedule.last', { period: last_period })}
        {last_at === null ? null : (
          <>
            {' · '}
            <Instant at={last_at} />
          </>
        )}
        {next_at === null ? null : (
          <>
            {' · '}
            {t('schedule.next')} <Instant at={next_at} />
          </>
        )}
        {on ? null : ` · ${t('schedule.off')}`}
      </p>
      {plan.failed ? (
        <div className="ld-schedule-failed">
          <p>
            {t('schedule.failed', { period: plan.failed.period })} · <Instant at={plan.failed.at} />
          </p>
          <ErrorState error={plan.failed.error} small />
        </div>
      ) : null}
      <div className="ld-schedule-ways">
        <Button size="small" onClick={() => onEdit(draftOf(plan))}>
          {t('schedule.edit')}
        </Button>
        <Button size="small" danger onClick={confirm}>
          {t('schedule.remove')}
        </Button>
      </div>
    </li>
  );
}
