import { App, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useRoute } from '../../app/client/index.ts';
import { Panel } from '../../parts/index.ts';

/** The name that stands beside every decision made here. */
export function StaffForm() {
  const { t } = useTranslation('settings');
  const { message } = App.useApp();
  const { data: status } = useRoute('desk.status', {});
  const known = status?.staff ?? '';
  const [name, setName] = useState(known);
  useEffect(() => setName(known), [known]);
  const save = useAction('desk.set_staff', { onDone: () => void message.success(t('saved')) });
  const text = name.trim();
  return (
    <Panel title={t('staff.title')}>
      <form
        className="ld-form__line"
        onSubmit={(event) => {
          event.preventDefault();
          if (text) save.mutate({ staff: text });
        }}
      >
        <Input
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={40}
          aria-label={t('staff.name')}
          placeholder={t('staff.name')}
          style={{ width: 220 }}
          data-testid="staff-name"
        />
        <Button htmlType="submit" disabled={!text || text === known} loading={save.isPending}>
          {t('save')}
        </Button>
        <span className="ld-faint">{t('staff.hint')}</span>
      </form>
    </Panel>
  );
}
