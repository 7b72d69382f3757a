import { SettingOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductAlert } from '../../../../shared/contract/catalogue.ts';
import { useAction, usePages } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import { ShopSelect } from '../../../parts/choose/ShopSelect.tsx';
import { EmptyState, type Selection, VirtualTable } from '../../../parts/index.ts';
import { yesNo } from '../catalogue-question.ts';
import { AlertKindBar } from './AlertKindBar.tsx';
import { AlertSettingsDialog } from './AlertSettingsDialog.tsx';
import { alertColumns } from './alert-columns.tsx';
import { ALERT_STATES, NO_ALERT_CONDITIONS, readAlertQuestion } from './alert-question.ts';
import './alerts.css';

const PAGE_ROWS = 100;
const NONE: Selection<ProductAlert> = new Map();
const keyOf = (row: ProductAlert) => String(row.alert_id);

/** What happened to products that staff must see, until somebody has dealt with it. */
export function AlertsTab({ onOpen }: { onOpen: (product: ProductAlert) => void }) {
  const { t } = useTranslation('products');
  const { params, set } = useFilters();
  const text = params.toString();
  const question = useMemo(() => readAlertQuestion(new URLSearchParams(text)), [text]);
  const pages = usePages('product.alerts', { ...question, limit: PAGE_ROWS });
  const [selection, setSelection] = useState(NONE);
  const [setting, setSetting] = useState(false);
  const { mutate } = useAction('product.mark_alerts', { onDone: () => setSelection(NONE) });
  const columns = useMemo(
    () => alertColumns(t, (alert, as) => mutate({ alert_ids: [alert.alert_id], as })),
    [t, mutate],
  );
  const open = useCallback(
    (row: ProductAlert) => {
      if (row.seen_at === null) mutate({ alert_ids: [row.alert_id], as: 'seen' });
      onOpen(row);
    },
    [mutate, onOpen],
  );
  const state = question.state ?? 'open';
  const narrowed = question.kind !== undefined || question.shop_appid !== undefined || question.listed !== undefined;
  return (
    <>
      <div className="ld-alert-filters">
        <Segmented
          aria-label={t('alert.column.state')}
          value={state}
          onChange={(value) => set({ alert_state: value === 'open' ? null : value })}
          options={ALERT_STATES.map((value) => ({ value, label: t(`alert.state.${value}`) }))}
        />
        <Select
          aria-label={t('filter.listed_any')}
          placeholder={t('filter.listed_any')}
          value={yesNo(question.listed)}
          onChange={(answer) => set({ alert_listed: answer ?? null })}
          options={[
            { value: 'yes', label: t('filter.listed') },
            { value: 'no', label: t('filter.not_listed') },
          ]}
          allowClear
        />
        <ShopSelect
          single
          className="ld-alert-filters__shop"
          name={t('filter.shop')}
          value={question.shop_appid ? [question.shop_appid] : []}
          onChange={([shop]) => set({ alert_shop: shop ?? null })}
        />
        <span className="ld-alert-filters__space" />
        <Button icon={<SettingOutlined />} onClick={() => setSetting(true)}>
          {t('alert.settings.title')}
        </Button>
      </div>
      <AlertKindBar counts={pages.first?.counts ?? null} kind={question.kind} onChoose={(kind) => set({ kind })} />
      <VirtualTable
        label={t('alert.title')}
        source={pages}
        columns={columns}
        rowKey={keyOf}
        rowHeight={48}
        onOpen={open}
        selection={selection}
        onSelect={setSelection}
        empty={
          narrowed ? (
            <EmptyState
              title={t('alert.empty.filtered')}
              action={<Button onClick={() => set(NO_ALERT_CONDITIONS)}>{t('filter.clear')}</Button>}
            />
          ) : (
            <EmptyState title={t(`alert.empty.${state}`)} text={t('alert.empty.hint')} />
          )
        }
      />
      {selection.size ? (
        <div className="ld-action-bar" role="toolbar">
          <b>{t('alert.selected', { count: selection.size })}</b>
          <Button type="link" onClick={() => setSelection(NONE)}>
            {t('alert.clear_selection')}
          </Button>
          <span className="ld-action-bar__space" />
          <Button onClick={() => mutate({ alert_ids: idsOf(selection), as: 'seen' })}>{t('alert.mark_seen')}</Button>
          <Button type="primary" onClick={() => mutate({ alert_ids: idsOf(selection), as: 'done' })}>
            {t('alert.done')}
          </Button>
        </div>
      ) : null}
      {setting ? <AlertSettingsDialog onClose={() => setSetting(false)} /> : null}
    </>
  );
}

/** The route takes so many at once; more are chosen again. */
function idsOf(selection: Selection<ProductAlert>): number[] {
  return [...selection.values()].slice(0, 500).map((alert) => alert.alert_id);
}
