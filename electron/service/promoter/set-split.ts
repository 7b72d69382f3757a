import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import { SPLIT_PAYER } from '../../../shared/status.ts';
import type { Context } from '../context.ts';
import { readPromoter, setPromoterSplit } from '../platform/endpoints/promoters.ts';
import { deedOf } from '../rule/deed.ts';
import { setSplitFromToday } from '../rule/from-today.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import { recordPromoters } from './record.ts';

type Input = RouteParsed<'promoter.set_split'>;

/**
 * Sets a promoter's own share (ppm): at the platform and read back where the platform pays, else as our own rule
 * from today on. Throws `promoter.unknown`, and what the platform or the network said.
 */
export async function setPromoterSplitRoute(
  context: Context,
  { promoter_appid, ratio_ppm }: Input,
): Promise<RouteOutput<'promoter.set_split'>> {
  const { store } = context;
  const known = store.get<{ payer: number | null }>(
    sql`select payer from promoter where promoter_appid = ${promoter_appid}`,
  );
  if (!known) throw new DeskError('promoter.unknown', { promoter_appid });
  if (known.payer === SPLIT_PAYER.institution) {
    store.durably(() => {
      setSplitFromToday(store, { promoter_appid, product_id: null }, ratio_ppm, deedOf(context));
      note(context, { promoter_appid, ratio_ppm, where: 'local' });
    });
    context.changed('promoters', 'rules', 'settlement');
    return { ratio_ppm, where: 'local' };
  }
  const platform = context.platform();
  await setPromoterSplit(platform, promoter_appid, SPLIT_PAYER.platform, ratio_ppm);
  store.durably(() => note(context, { promoter_appid, ratio_ppm, where: 'platform' }));
  const entry = await readPromoter(platform, promoter_appid);
  if (!entry) throw new DeskError('promoter.unknown', { promoter_appid });
  store.transaction(() => recordPromoters(store, [entry], context.now()));
  context.changed('promoters');
  if (entry.ratio_ppm !== ratio_ppm)
    throw new DeskError('listing.split_unverified', { promoter_appid, wanted: ratio_ppm, found: entry.ratio_ppm });
  return { ratio_ppm, where: 'platform' };
}

function note(context: Context, detail: Record<string, unknown>): void {
  audit(context.store, { at: context.now(), staff: context.staff(), action: 'promoter.set_split', detail });
}
