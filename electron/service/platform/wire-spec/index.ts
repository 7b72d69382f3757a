import { TOKEN_ENDPOINT } from '../token.ts';
import { contentSpec } from './content.ts';
import { fundsSpec } from './funds.ts';
import { orderSpec } from './orders.ts';
import { productSpec } from './products.ts';
import { promoterSpec } from './promoters.ts';
import { shopSpec } from './shops.ts';
import { number, reply, text, type WireSpec } from './spec.ts';

/** What the documents say of every reply the sync reads, by endpoint. */
export const WIRE_SPEC: WireSpec = {
  [TOKEN_ENDPOINT]: reply({ access_token: text, expires_in: number }),
  ...orderSpec,
  ...shopSpec,
  ...productSpec,
  ...promoterSpec,
  ...fundsSpec,
  ...contentSpec,
};
