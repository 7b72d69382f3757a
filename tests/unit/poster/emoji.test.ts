import { expect, it } from 'vitest';
import { drawable } from '../../../renderer/poster/emoji.ts';
import { posterContent } from '../../support/poster-content.ts';

it('leaves out what no face has, and keeps everything else', () => {
  const { title, promoter_name, benefits } = drawable(
    posterContent({ title: '🍵 春茶 250g 👨‍👩‍👧 ™', promoter_name: '👑🇨🇳', benefits: ['🎁', '包邮🎉'] }),
    (character) => character === '™',
  );
  expect(title).toBe('春茶 250g ™');
  expect(promoter_name).toBe('');
  expect(benefits).toEqual(['包邮']);
});
