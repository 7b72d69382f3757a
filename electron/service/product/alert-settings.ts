import { type AlertSettings, alertSettings } from '../../../shared/contract/catalogue.ts';
import { readSetting } from '../store/setting.ts';
import type { StoreReader } from '../store/store.ts';

export const ALERT_SETTING = 'product_alerts';

export const USUAL_ALERTS: AlertSettings = {
  stock_low: 10,
  plan_ends_days: [7, 3, 1],
  price_up_ppm: 0,
  fee_lowered_ppm: 0,
};

/** The thresholds staff have set, else the usual ones. */
export function readAlertSettings(store: StoreReader): AlertSettings {
  const text = readSetting(store, ALERT_SETTING);
  const read = text === null ? null : alertSettings.safeParse(JSON.parse(text));
  return read?.success ? read.data : USUAL_ALERTS;
}
