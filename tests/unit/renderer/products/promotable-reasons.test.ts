import { describe, expect, it } from 'vitest';
import { planDaysLeft, promotableReasons } from '../../../../renderer/rooms/products/promotable-reasons.ts';
import type { ProductRow } from '../../../../shared/contract/product.ts';
import { startOfDay } from '../../../../shared/time.ts';

const now = 1_760_000_000;
const product = (facts: Partial<ProductRow>): ProductRow =>
  ({
    product_status: 5,
    plan_status: 1,
    plan_start_at: null,
    plan_end_at: null,
    stock: 10,
    not_seen_since: null,
    ...facts,
  }) as ProductRow;

describe('why a product cannot be promoted', () => {
  it('finds nothing wrong with a live plan', () => {
    expect(promotableReasons(product({}), now)).toEqual([]);
  });

  it('names every reason, the weightiest first', () => {
    const reasons = promotableReasons(
      product({ not_seen_since: now, product_status: 11, plan_status: 5, plan_end_at: now, stock: 0 }),
      now,
    );
    expect(reasons).toEqual(['not_seen', 'off_sale', 'plan_cleared', 'plan_ended', 'no_stock']);
  });

  it('warns of plans that end within a week', () => {
    const evening = startOfDay('2026-03-14')! + 82_800;
    expect(planDaysLeft({ plan_end_at: evening + 60 }, evening)).toBe(0);
    expect(planDaysLeft({ plan_end_at: startOfDay('2026-03-15')! + 1 }, evening)).toBe(1);
    expect(planDaysLeft({ plan_end_at: startOfDay('2026-03-21')! }, evening)).toBe(7);
    expect(planDaysLeft({ plan_end_at: startOfDay('2026-03-22')! }, evening)).toBeNull();
    expect(planDaysLeft({ plan_end_at: now - 1 }, now)).toBeNull();
    expect(planDaysLeft({ plan_end_at: null }, now)).toBeNull();
  });
});
