/** Codes of staged batches. */
export const stagingErrors = {
  staging: {
    unknown: { title: '没有这个批次', next: '请回到批次列表重新选择。' },
    empty: { title: '没有选择要暂存的变更', next: '请选择商品，并填写默认分佣或推客比例后再暂存。' },
    too_many: { title: '一个批次最多 {{most}} 行，现在是 {{rows}} 行', next: '请分成几个批次暂存。' },
    begun: { title: '这个批次已经开始执行', next: '请把新的变更暂存到另一个批次。' },
    running: { title: '有批次正在核对或执行', next: '请等它完成，或先暂停它。' },
    nothing_to_do: { title: '这个批次没有等待执行的行', next: '失败的行可以点“重试”；也可以新建批次。' },
    nothing_to_undo: { title: '没有可以撤销的行', next: '只有已完成、且没有在撤销中的行可以撤销。' },
    later_change: { title: '这一行之后又被改动过', next: '没有覆盖后来的设置；需要时请按现在的情况重新暂存。' },
    no_way_back: {
      title: '没有可以恢复的比例',
      next: '平台不能删除商品分佣，而推客本人也没有可用的比例；请暂存一个新的比例。',
    },
  },
};
