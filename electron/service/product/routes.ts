import type { catalogueRoutes } from '../../../shared/contract/catalogue.ts';
import type { productRoutes } from '../../../shared/contract/product.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../router.ts';
import { listAlerts, markAlerts } from './alert-list.ts';
import { readAlertSettings } from './alert-settings.ts';
import { compareProduct } from './compare.ts';
import { getProduct } from './get.ts';
import { listProducts } from './list.ts';
import { setAlertSettings } from './set-alert-settings.ts';
import { productTimeline } from './timeline.ts';

export function productHandlers(context: Context) {
  const { store } = context;
  return {
    'product.list': (input) => listProducts(context, input),
    'product.get': (input) => getProduct(context, input),
    'product.timeline': (input) => productTimeline(store, input),
    'product.compare': (input) => compareProduct(store, input),
    'product.alerts': (input) => listAlerts(context, input),
    'product.mark_alerts': (input) => markAlerts(context, input),
    'product.alert_settings': () => readAlertSettings(store),
    'product.set_alert_settings': (input) => setAlertSettings(context, input),
  } satisfies Pick<Handlers, keyof typeof productRoutes | keyof typeof catalogueRoutes>;
}
