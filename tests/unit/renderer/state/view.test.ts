import { describe, expect, it } from 'vitest';
import { migrateView } from '../../../../renderer/state/view.ts';

describe('the remembered look of the window', () => {
  it('takes over columns that were once only shown or hidden', () => {
    const view = migrateView({
      theme: 'dark',
      language: 'en',
      railFolded: true,
      columns: { orders: { gross: true, versions: false } },
    });
    expect(view).toEqual({
      theme: 'dark',
      language: 'en',
      railFolded: true,
      density: {},
      columns: {
        orders: [
          { id: 'gross', shown: true },
          { id: 'versions', shown: false },
        ],
      },
    });
  });

  it('keeps newer columns and drops what makes no sense', () => {
    const good = { id: 'net', shown: true, width: 120, pinned: 'end' };
    expect(migrateView({ columns: { orders: [good, { id: 'x' }, 7] } }).columns).toEqual({ orders: [good] });
    expect(migrateView({ columns: { orders: null } }).columns).toEqual({ orders: [] });
    expect(migrateView(undefined)).toMatchObject({ theme: 'system', columns: {} });
  });
});
