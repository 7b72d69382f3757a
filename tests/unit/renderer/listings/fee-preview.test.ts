import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feePerPiece, feeRange } from '../../../../renderer/rooms/listings/fee-preview.ts';

describe('fee preview', () => {
  it('splits a fee without losing a fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 100_000, max: 1_000_000 }), (fee, ratio) => {
        const { promoter_fen, institution_fen } = feePerPiece(fee, ratio);
        expect(promoter_fen + institution_fen).toBe(fee);
        expect(institution_fen).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('spans the chosen products and passes over those without a fee', () => {
    const range = feeRange([{ service_fee_fen: 101 }, { service_fee_fen: null }, { service_fee_fen: 1000 }], 500_000);
    expect(range).toEqual({ promoter: [50, 500], institution: [51, 500] });
    expect(feeRange([{ service_fee_fen: null }], 500_000)).toBeNull();
  });
});
