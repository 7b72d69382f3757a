/** Codes of closing, rules, payees, payouts, reports and files. */
export const settlementErrors = {
  period: {
    open: {
      title: '账期还没有关闭',
      next: '这一步只用于已关账的账期；请先关账。',
    },
    checks_open: {
      title: '还有没处理的核对项：{{checks}}',
      next: '请逐项处理，或在关账时确认已看过它们。',
    },
    later_closed: {
      title: '更晚的账期 {{later}} 已按本账期计算过差额',
      next: '请先重新打开 {{later}}，再打开 {{period}}。',
    },
    invalid: { title: '账期格式不正确', next: '请选择一个月份。' },
    closed: { title: '账期已经关闭', next: '关闭后的账期不再改动，新的变化会进入下一个账期。' },
    not_read: { title: '这个月的佣金单还没有读完', next: '请先同步到月末之后，再关闭账期，以免漏掉已结算的佣金单。' },
    not_over: { title: '这个月还没有结束', next: '月份结束后才能关闭账期。' },
  },
  rule: {
    unknown: { title: '没有这条规则', next: '请刷新规则列表后再试。' },
    overlaps: {
      title: '与同一范围的规则 #{{rule_id}}（{{days}}）日期重叠',
      next: '同一范围同一天只能有一条规则：请让其中一条在另一条开始的前一天结束，或改日期。',
    },
    one_level_only: {
      title: '只能一级分佣：佣金只给成交的推客本人',
      next: '平台不允许多级、团队或拉人提成，违规会被清退，因此程序不接受把佣金分给其他人的规则。请改为给成交推客本人设置比例。',
    },
    days_reversed: {
      title: '最后一天 {{to_day}} 早于第一天 {{from_day}}',
      next: '请改日期；若要整条不用，请撤回这条规则。',
    },
    band_empty: { title: '档位的上限不高于下限', next: '上限不含在档内，请填写高于下限的金额，或留空表示不封顶。' },
    bands_overlap: {
      title: '与档位规则 #{{rule_id}}（{{days}}）的金额区间重叠',
      next: '同一天的档位不能重叠：请改区间，或先结束、撤回那一档。',
    },
    withdrawn: { title: '这条规则已经撤回', next: '撤回的规则不能再改，需要时请新增一条。' },
  },
  payee: {
    unknown: { title: '没有这个收款人', next: '请刷新收款人列表后再试。' },
    period_closed: {
      title: '{{closed}} 已经关账，归属不能再改',
      next: '请从更晚的、还没有关账的月份起改；已关账的月份仍归原来的收款人。',
    },
    no_account: { title: '这个收款人还没有登记这种收款账户', next: '请先在收款人里登记账户。' },
    sealed: {
      title: '账户信息打不开：密钥不在这台电脑上，或账户信息被改动过',
      next: '请把原来的 payout.key（换过电脑的，从旧数据文件夹的 keys 里取）放进 {{folder}}，可改名为 payout-旧.key；找不回时，请重新登记账户。加密的数据没有丢失。',
    },
  },
  write_off: {
    more_than_debt: {
      title: '核销不能超过欠款',
      next: '截至 {{period}} 尚未抵扣的欠款为 {{debt}} 元，请填写不超过它的金额。',
    },
  },
  payout: {
    unknown: { title: '没有这个付款批次', next: '请刷新付款列表后再试。' },
    staff_missing: { title: '不知道是谁在操作', next: '付款和账户都要记名，请先到“设置”填写使用者姓名。' },
    nothing_payable: {
      title: '没有可以付款的收款人',
      next: '{{no_account}} 个收款人有余额但没有这种收款账户，请先登记账户；其余的未达最低付款额、为负，或已在别的批次里。',
    },
    second_person: {
      title: '制单人不能批准自己的批次',
      next: '这个批次由 {{made_by}} 制单，请另一位同事在“设置”填写自己的姓名后批准。',
    },
    not_draft: { title: '这个批次已经不是草稿', next: '请刷新付款列表，查看它现在的状态。' },
    not_approved: { title: '这个批次不在可付款的状态', next: '批准之后、取消之前的批次才能导出付款文件和登记结果。' },
    balance_changed: {
      title: '制单之后余额变少了：{{first}} 等 {{payees}} 个收款人',
      next: '请取消这个批次，按现在的余额重新制单。',
    },
    account_changed: {
      title: '制单之后收款账户被改过：{{first}} 等 {{payees}} 个收款人',
      next: '请与经办人核实账户，然后取消这个批次并重新制单。',
    },
    cancelled: { title: '这个批次已经取消', next: '需要付款时请重新制单。' },
    has_results: {
      title: '已有 {{done}} 笔登记了结果，不能取消',
      next: '没有付成的，请登记为失败，再用“重试”另开批次。',
    },
    more_than_drafted: { title: '实付金额超过批次里的金额', next: '请核对金额；多付的部分请在系统外处理。' },
    retried: { title: '这笔付款已在批次 {{retried_by}} 里重试', next: '请到批次 {{retried_by}} 登记结果。' },
    nothing_to_retry: {
      title: '没有可以重试的付款',
      next: '失败或部分付款的都已重试，或余额已不足、账户已删除。请核对收款人的余额和账户。',
    },
    not_a_result: {
      title: '这不是付款结果文件',
      next: '需要一行标题，里面有账号（或收款人和金额），并有状态或实付金额。请用银行或平台导出的结果文件。',
    },
  },
  report: {
    recipient_unknown: {
      title: '账期 {{period}} 没有这个收件方的结算单',
      next: '请核对账期、范围与编号；没有佣金单也没有余额的收件方不出结算单。',
    },
    pack_incomplete: {
      title: '结算单包不完整，没有生成：缺 {{missing}}',
      next: '本账期的每个收件方都要有一份，且合计须等于账期。请重新打开账期核对后再试；若仍出现，请把日志交给技术人员。',
    },
    template_unknown: { title: '没有这个模板', next: '它可能已被删除，请刷新后重新选择。' },
    template_columns: {
      title: '模板的列不合要求（不能有：{{unknown}}；不能少：{{missing}}）',
      next: '请去掉不能有的列、补上不能少的列；同一列只能出现一次。',
    },
    schedule_unknown: { title: '没有这个定时任务', next: '它可能已被删除，请刷新后再试。' },
    key_broken: {
      title: '报表签名的密钥文件读不出来',
      next: '程序不会覆盖它。请从备份恢复 {{file}}；没有备份时把它移到别处，下次出具会生成新的密钥，请把新的密钥指纹告诉收件方。',
    },
  },
  import: {
    no_order_column: {
      title: '看不出哪一列是订单号',
      next: '请在“列的对应”里选出订单号所在的列；文件里没有订单号就无法对账。',
    },
    no_flow_column: {
      title: '看不出哪一列是流水单号',
      next: '资金流水按流水单号去重，请选出这一列；文件若按订单列佣金，请把类型改为“佣金明细”。',
    },
    no_amount_column: { title: '看不出哪一列是金额', next: '请在“列的对应”里选出要对账的金额列。' },
    nothing_read: {
      title: '文件里没有一行可以对账',
      next: '请核对各列的对应和“未采用的行”里的原因；订单号若被表格软件改成 3.7E+18，请从后台重新导出。',
    },
    known: { title: '这个文件已经导入过', next: '同样的内容不会算两次；要重新导入，请先撤下原来的那一份。' },
    unknown: { title: '没有这份导入文件', next: '请刷新列表后再试。' },
  },
  file: {
    unwritable: { title: '文件写不进去', next: '请关闭正在打开它的程序，或换一个文件夹。' },
    unreadable: { title: '文件读不出来', next: '请确认文件存在且有权限读取；表格请另存为不带密码的 .xlsx 或 .csv。' },
    not_a_report: {
      title: '这不是工作台写出的报表',
      next: '请选择结算报告或结算单的 xlsx、csv 或 pdf 文件；给程序用的 csv 要与它的 json 放在一起。',
    },
  },
};
