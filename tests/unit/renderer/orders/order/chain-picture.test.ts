import { describe, expect, it } from 'vitest';
import { chainPicture } from '../../../../../renderer/rooms/orders/order/chain-picture.ts';
import type { ChainParty } from '../../../../../shared/contract/order.ts';

const party = (name: ChainParty['party'], total: number | null, net: number | null, own = false): ChainParty => ({
  party: name,
  appid: null,
  name: null,
  total_fen: total,
  net_fen: net,
  ratio_ppm: null,
  own,
});

const stairs = (chain: ChainParty[]) =>
  chainPicture(chain).bars.map((bar) => [bar.party.party, bar.start, bar.handed_on_fen, bar.unexplained_fen, bar.from]);

describe('the picture of the money chain', () => {
  const five = [
    party('shop', 10_000, null),
    party('institution', 1000, 400, true),
    party('reseller', 600, 200),
    party('talent', 400, 200),
    party('promoter_agency', 200, 100),
    party('promoter', 100, 100),
    party('platform', 0, 0),
  ];

  it('is stairs in the documents’ case of five parties, and adds up', () => {
    expect(stairs(five)).toEqual([
      ['institution', 0, 600, 0, null],
      ['reseller', 400, 400, 0, 0],
      ['talent', 600, 200, 0, 1],
      ['promoter_agency', 800, 100, 0, 2],
      ['promoter', 900, null, 0, 3],
    ]);
    const { scale, sum, shop } = chainPicture(five);
    expect(scale).toBe(1000);
    expect(shop?.total_fen).toBe(10_000);
    expect(sum).toEqual({ nets: [400, 200, 200, 100, 100], total: 1000 });
  });

  it('stands both ends of one company under each other, and leaves open what is between', () => {
    const both = [
      party('institution', 1000, 400, true),
      party('reseller', 600, null),
      party('promoter_agency', 200, 100, true),
      party('promoter', 100, 100),
    ];
    expect(stairs(both)).toEqual([
      ['institution', 0, 600, 0, null],
      ['reseller', 400, 200, 0, 0],
      ['promoter_agency', 800, 100, 0, 1],
      ['promoter', 900, null, 0, 2],
    ]);
    expect(chainPicture(both).sum).toBeNull();
  });

  it('puts a talent’s commission beside a smaller service fee, not under it', () => {
    const sale = [party('institution', 20, 18, true), party('talent', 301, 301), party('platform', 2, 2)];
    expect(stairs(sale)).toEqual([
      ['institution', 0, null, 0, null],
      ['talent', 0, null, 0, null],
    ]);
    expect(chainPicture(sale)).toMatchObject({ scale: 301, sum: null });
  });

  it('shows what the figures do not account for', () => {
    expect(stairs([party('institution', 1000, 390, true), party('reseller', 600, null)])[0]).toEqual([
      'institution',
      0,
      600,
      10,
      null,
    ]);
  });

  it('draws nothing of what is not stated', () => {
    expect(chainPicture([party('institution', null, null)])).toMatchObject({ scale: 0, sum: null, platform: null });
    expect(chainPicture([])).toMatchObject({ bars: [], shop: null, scale: 0 });
  });
});
