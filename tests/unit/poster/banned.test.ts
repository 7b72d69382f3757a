import { describe, expect, it } from 'vitest';
import { bannedWordList, bannedWords } from '../../../electron/service/poster/banned.ts';

const found = (text: string) => bannedWords(text).map(({ word, grade }) => `${grade} ${word}`);

describe('words advertisements must not use', () => {
  it('are found with their place and the rule that names them', () => {
    const [finding] = bannedWords('全家最佳选择');
    expect(finding).toMatchObject({ word: '最佳', grade: 'refuse', from: 2, to: 4 });
    expect(finding?.reason).toContain('广告法');
  });

  it('do not hide behind spaces, wide letters or marks', () => {
    expect(found('最 佳')).toEqual(['refuse 最佳']);
    expect(found('ＮＯ．１ 好茶')).toEqual(['refuse NO.1']);
    expect(found('最\u200b佳')).toEqual(['refuse 最佳']);
    expect(bannedWords('🍵最·佳！')[0]).toMatchObject({ from: 2, to: 5 });
  });

  it('are told once where they overlap, the graver and longer first', () => {
    expect(found('销量第一')).toEqual(['refuse 销量第一']);
    expect(found('全网最低价')).toEqual(['refuse 全网最低价']);
  });

  it('leave ordinary words alone', () => {
    for (const text of ['包邮', '现货', '第一时间发货', '100%棉', '最后两箱', '七天无理由', ''])
      expect(found(text)).toEqual([]);
  });

  it('name what breaks the one-level rule', () => {
    expect(found('发展下线躺赚')).toEqual(['refuse 发展下线', 'refuse 躺赚']);
  });

  it('come with a date and a source each', () => {
    const { compiled_on, groups } = bannedWordList();
    expect(compiled_on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const words = groups.flatMap((group) => group.words);
    expect(words.length).toBeGreaterThan(100);
    for (const { reason } of groups) expect(reason).toMatch(/《.+》/);
    // Each finds at least itself.
    for (const word of words) expect(bannedWords(word)).not.toEqual([]);
  });
});
