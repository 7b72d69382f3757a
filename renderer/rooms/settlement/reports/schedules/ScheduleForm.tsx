import { Button, Checkbox, Input, InputNumber, Radio, Switch } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REPORT_FORMATS, REPORT_SCOPES } from '../../../../../shared/contract/report.ts';
import { bridge } from '../../../../app/bridge/bridge.ts';
import { useAction } from '../../../../app/client/index.ts';
import { ErrorState } from '../../../../parts/index.ts';
import { canBeSaved, LAST_DAY, type ScheduleDraft } from './schedule-draft.ts';

interface Props {
  start: ScheduleDraft;
  onClose: () => void;
  onSaved: (name: string) => void;
}

/** When a pack is written by itself, of whom, and where to. */
export function ScheduleForm({ start, onClose, onSaved }: Props) {
  const { t } = useTranslation('report');
  const id = useId();
  const [draft, setDraft] = useState(start);
  const save = useAction('report.save_schedule', { quiet: true, onDone: ({ name }) => onSaved(name) });
  const change = (changed: Partial<ScheduleDraft>) => setDraft({ ...draft, ...changed });
  const chooseFolder = async () => {
    const folder = await bridge().chooseFolder();
    if (folder !== null) change({ folder });
  };
  return (
    <div className="ld-schedule-form">
      <label htmlFor={`${id}-name`}>{t('schedule.name')}</label>
      <Input
        id={`${id}-name`}
        value={draft.name}
        maxLength={60}
        onChange={(event) => change({ name: event.target.value })}
      />
      <span>{t('schedule.occasion')}</span>
      <div className="ld-schedule-when">
        <Radio.Group
          value={draft.occasion}
          onChange={(event) => change({ occasion: event.target.value })}
          options={[
            { value: 'close', label: t('schedule.on_close') },
            { value: 'monthly', label: t('schedule.monthly') },
          ]}
        />
        {draft.occasion === 'monthly' ? (
          <>
            <InputNumber
              aria-label={t('schedule.day')}
              min={1}
              max={LAST_DAY}
              precision={0}
              value={draft.day}
              onChange={(day) => change({ day })}
              suffix={t('schedule.day')}
            />
            <InputNumber
              aria-label={t('schedule.hour')}
              min={0}
              max={23}
              precision={0}
              value={draft.hour}
              onChange={(hour) => change({ hour })}
              suffix={t('schedule.hour')}
            />
          </>
        ) : null}
      </div>
      <span>{t('pack.scopes')}</span>
      <Checkbox.Group
        value={draft.scopes}
        onChange={(chosen) => change({ scopes: REPORT_SCOPES.filter((one) => chosen.includes(one)) })}
        options={REPORT_SCOPES.map((one) => ({ value: one, label: t(`scope.${one}`) }))}
      />
      <span>{t('pack.formats')}</span>
      <Checkbox.Group
        value={draft.formats}
        onChange={(chosen) => change({ formats: REPORT_FORMATS.filter((one) => chosen.includes(one)) })}
        options={REPORT_FORMATS.map((one) => ({ value: one, label: t(`format.${one}`) }))}
      />
      <span>{t('schedule.folder')}</span>
      <div className="ld-schedule-folder">
        <span className={draft.folder ? 'ld-ellipsis' : 'ld-ellipsis ld-faint'} title={draft.folder}>
          {draft.folder || t('schedule.no_folder')}
        </span>
        <Button onClick={() => void chooseFolder()}>{t('schedule.choose_folder')}</Button>
      </div>
      <label htmlFor={`${id}-on`}>{t('schedule.on')}</label>
      <span>
        <Switch id={`${id}-on`} checked={draft.on} onChange={(on) => change({ on })} />
      </span>
      {save.error ? <ErrorState error={save.error} small /> : null}
      <div className="ld-schedule-ways">
        <Button onClick={onClose}>{t('schedule.cancel')}</Button>
        <Button
          type="primary"
          loading={save.isPending}
          disabled={!canBeSaved(draft)}
          onClick={() => save.mutate(draft)}
        >
          {t('schedule.save')}
        </Button>
      </div>
    </div>
  );
}
