import type { ChainParty } from '../../../../shared/contract/order.ts';
import { type Fen, sumFen } from '../../../../shared/money.ts';

/** One party as it is drawn: a bar as long as its total, standing under the part of the bar it was paid from. */
export interface ChainBar {
  party: ChainParty;
  /** Fen from the left edge to where the bar begins. */
  start: Fen;
  /** The total of the bar that was paid from it; null when none is known to be. */
  handed_on_fen: Fen | null;
  /** What the platform took of it. */
  fee_fen: Fen;
  /** What is neither kept, taken nor handed on: the figures do not say where it went. */
  unexplained_fen: Fen;
  /** Place of the bar it was paid from; null when it was not paid from one that is drawn. */
  from: number | null;
}

export interface ChainPicture {
  /** What the shop's commissions are computed on; no bar of the picture. */
  shop: ChainParty | null;
  bars: ChainBar[];
  platform: ChainParty | null;
  /** The longest bar, fen; 0 when nothing is to be drawn. */
  scale: Fen;
  /** Nets of all parties and the platform's fee, when they make up the first bar; null when that cannot be told. */
  sum: { nets: Fen[]; total: Fen } | null;
}

/**
 * The money chain as stairs: each total stands under the rest of the one before. A total larger than that rest was not
 * paid from it (a talent's commission beside the institution's service fee) and stands at the left edge.
 */
export function chainPicture(chain: readonly ChainParty[]): ChainPicture {
  const shop = chain.find(({ party }) => party === 'shop') ?? null;
  const platform = chain.find(({ party }) => party === 'platform') ?? null;
  const links = chain.filter(({ party }) => party !== 'shop' && party !== 'platform');
  const bars: ChainBar[] = [];
  for (const party of links) bars.push(barOf(party, bars, party.own ? (platform?.total_fen ?? 0) : 0));
  for (const [place, bar] of bars.entries())
    Object.assign(
      bar,
      whereTo(
        bar,
        bars.find(({ from }) => from === place),
      ),
    );
  const scale = Math.max(0, ...bars.map(({ start, party }) => start + (party.total_fen ?? 0)));
  return { shop, bars, platform, scale, sum: sumOf(bars, platform) };
}

function barOf(party: ChainParty, before: readonly ChainBar[], fee: Fen): ChainBar {
  const from = before.findLastIndex((bar) => bar.party.total_fen !== null);
  const above = before[from];
  const none = { party, start: 0, handed_on_fen: null, fee_fen: Math.max(0, fee), unexplained_fen: 0, from: null };
  if (!above || party.total_fen === null) return none;
  const end = above.start + above.party.total_fen!;
  const rest = above.party.total_fen! - Math.max(0, above.party.net_fen ?? 0) - above.fee_fen;
  return party.total_fen > rest ? none : { ...none, start: end - party.total_fen, from };
}

function whereTo({ party, fee_fen }: ChainBar, next: ChainBar | undefined) {
  const handedOn = next?.party.total_fen ?? null;
  if (party.total_fen === null || party.net_fen === null) return { handed_on_fen: handedOn };
  const rest = party.total_fen - party.net_fen - fee_fen - (handedOn ?? 0);
  return { handed_on_fen: handedOn, unexplained_fen: Math.max(0, rest) };
}

function sumOf(bars: readonly ChainBar[], platform: ChainParty | null): ChainPicture['sum'] {
  const total = bars[0]?.party.total_fen ?? null;
  const chained = bars.length > 1 && bars.slice(1).every((bar, index) => bar.from === index);
  const nets = bars.map(({ party }) => party.net_fen);
  if (!chained || total === null || !nets.every((net) => net !== null)) return null;
  const all = platform?.total_fen ? [...nets, platform.total_fen] : nets;
  return sumFen(all) === total ? { nets: all.filter((net) => net !== 0), total } : null;
}
