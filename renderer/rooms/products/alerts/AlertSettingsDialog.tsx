import { InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertSettings } from '../../../../shared/contract/catalogue.ts';
import { useAction, useRoute } from '../../../app/client/index.ts';
import { Loaded } from '../../../parts/index.ts';

const DAYS = [1, 2, 3, 5, 7, 14, 30];
const PPM_PERCENT = 10_000;

/** From where on a change is worth an alert. */
export function AlertSettingsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('products');
  const query = useRoute('product.alert_settings', {});
  const [draft, setDraft] = useState<AlertSettings | null>(null);
  const save = useAction('product.set_alert_settings', { onDone: onClose });
  const settings = draft ?? query.data ?? null;
  return (
    <Modal
      open
      title={t('alert.settings.title')}
      onCancel={onClose}
      onOk={() => settings && save.mutate(settings)}
      okText={t('alert.settings.save')}
      okButtonProps={{ loading: save.isPending, disabled: settings === null }}
    >
      <Loaded query={query} lines={5}>
        {(read) => <Fields settings={draft ?? read} onChange={setDraft} />}
      </Loaded>
    </Modal>
  );
}

function Fields({ settings, onChange }: { settings: AlertSettings; onChange: (settings: AlertSettings) => void }) {
  const { t } = useTranslation('products');
  const number = (
    name: 'stock_low' | 'price_up_ppm' | 'fee_lowered_ppm',
    { unit, of = 1, max }: { unit: string; of?: number; max: number },
  ) => (
    <>
      <label htmlFor={`alert-${name}`}>{t(`alert.settings.${name}`)}</label>
      <InputNumber
        id={`alert-${name}`}
        min={0}
        max={max}
        precision={of === 1 ? 0 : 2}
        value={settings[name] / of}
        onChange={(value) => onChange({ ...settings, [name]: Math.round((value ?? 0) * of) })}
        suffix={unit}
      />
    </>
  );
  return (
    <div className="ld-alert-settings">
      <label htmlFor="alert-days">{t('alert.settings.plan_ends_days')}</label>
      <Select
        id="alert-days"
        mode="multiple"
        maxCount={5}
        value={settings.plan_ends_days}
        onChange={(plan_ends_days: number[]) => onChange({ ...settings, plan_ends_days })}
        options={DAYS.map((value) => ({ value, label: t('alert.settings.days', { count: value }) }))}
      />
      {number('stock_low', { unit: t('alert.settings.pieces'), max: 100_000 })}
      {number('fee_lowered_ppm', { unit: '%', of: PPM_PERCENT, max: 100 })}
      {number('price_up_ppm', { unit: '%', of: PPM_PERCENT, max: 100 })}
      <p className="ld-faint">{t('alert.settings.hint')}</p>
    </div>
  );
}
