import { ALERT_KINDS } from '../../../../shared/alert-kind.ts';
import { catalogueRoutes } from '../../../../shared/contract/catalogue.ts';
import { id } from '../../../../shared/contract/paging.ts';
import type { RouteInput } from '../../../../shared/contract/routes.ts';
import type { AddressParams } from '../../../app/router/address.ts';

export type AlertQuestion = Omit<RouteInput<'product.alerts'>, 'cursor' | 'limit'>;

const { state: states } = catalogueRoutes['product.alerts'].input.shape;

export const ALERT_STATES = ['open', 'done', 'ended'] as const;

/** The tab's filter as the address has it; what makes no sense there is left out. */
export function readAlertQuestion(query: URLSearchParams): AlertQuestion {
  const question: AlertQuestion = {};
  const kind = ALERT_KINDS.find((one) => one === query.get('kind'));
  if (kind) question.kind = kind;
  const state = states.safeParse(query.get('alert_state') ?? undefined);
  if (state.success && state.data !== 'open') question.state = state.data;
  const shop = id.safeParse(query.get('alert_shop'));
  if (shop.success) question.shop_appid = shop.data;
  const listed = query.get('alert_listed');
  if (listed === 'yes' || listed === 'no') question.listed = listed === 'yes';
  return question;
}

/** Takes every condition of the tab away. */
export const NO_ALERT_CONDITIONS: AddressParams = {
  kind: null,
  alert_state: null,
  alert_shop: null,
  alert_listed: null,
};
