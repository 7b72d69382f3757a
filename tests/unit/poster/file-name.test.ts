import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileName } from '../../../renderer/rooms/material/file-name.ts';

it('offers a name every system takes', () => {
  expect(fileName('海报-阿青-茶/叶: "春"')).toBe('海报-阿青-茶叶 春.png');
  expect(fileName('...')).toBe('poster.png');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      const name = fileName(text);
      expect(name).toMatch(/^[^<>:"/\\|?*]+\.png$/);
      expect(Buffer.byteLength(name)).toBeLessThan(255);
      expect(/\p{Surrogate}/u.test(name)).toBe(false);
    }),
  );
});
