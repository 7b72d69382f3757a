/**
 * What went wrong and what to do next, by error code: the dot of the code is the nesting. Params of the failure may
 * be named in the texts.
 */
export const errors = {
  input: { invalid: { title: '输入的内容不符合要求', next: '请检查标出的内容后再试。' } },
  route: { unknown: { title: '程序的两个部分版本不一致', next: '请退出程序并重新启动；若仍出现，请重新安装。' } },
  service: {
    internal: { title: '本地服务出现意外错误', next: '数据没有丢失。请重试；若再次出现，请把日志交给技术人员。' },
    crashed: {
      title: '本地服务多次意外停止',
      next: '已保存的数据不受影响。请点“重新启动服务”；若仍出现，请把日志交给技术人员。',
    },
    gone: { title: '本地服务暂时不可用', next: '正在自动重新启动，请稍候几秒再试。' },
  },
  store: {
    newer: { title: '本地数据来自更新版本的程序', next: '请安装最新版本后再打开。当前版本不会改动这些数据。' },
    corrupt: { title: '本地数据文件已损坏', next: '请先复制整个数据文件夹留底，再用最近的备份恢复。' },
    locked: {
      title: '数据正被另一个程序使用',
      next: '请关闭另一个正在运行的工作台，或结束占用数据文件夹的同步、备份程序，然后重试。',
    },
    readonly: { title: '数据文件夹不可写', next: '请检查文件夹权限，或把数据放到可写的磁盘上。' },
    disk_full: { title: '磁盘空间已满', next: '请清理出至少 1 GB 空间后重试，已保存的数据没有丢失。' },
    disk_low: { title: '磁盘空间不足', next: '请清理出至少 1 GB 空间；在此之前不会自动同步，已保存的数据没有丢失。' },
    unopened: {
      title: '这里没有可以打开的数据',
      next: '请核对数据文件夹并确认磁盘已连接；新的数据文件夹请先同步一次。',
    },
  },
  credentials: {
    missing: { title: '还没有填写机构凭证', next: '请到“设置”填写 AppID 与 AppSecret。' },
    other_institution: {
      title: '这个数据文件夹属于另一个机构',
      next: '请核对 AppID；另一个机构请使用它自己的数据文件夹，数据不会混在一起。',
    },
  },
  network: {
    unreachable: { title: '连不上平台', next: '请检查网络、代理与接口地址。已同步的数据可以照常查看。' },
    timeout: { title: '平台没有及时回应', next: '请稍后重试；若经常出现，请检查网络或代理。' },
    not_json: {
      title: '收到的不是平台的回应',
      next: '常见于需要登录的网络或错误的接口地址，请用浏览器检查网络并核对“设置”中的地址。',
    },
    bad_address: { title: '接口地址不正确', next: '请到“设置”更正接口地址。' },
    http: { title: '网络中间环节返回 HTTP {{status}}', next: '请检查代理与接口地址，稍后重试。' },
  },
  sync: {
    running: { title: '同步正在进行', next: '请等它完成，或先停止它。' },
    no_progress: { title: '同步没有进展', next: '平台反复给出同一页，已停止以免死循环。请稍后再同步。' },
  },
  job: {
    unknown: { title: '任务已随本地服务一起停止', next: '已保存的数据不受影响。请重新开始这个任务。' },
    cancelled: { title: '任务已停止', next: '需要时可以重新开始。' },
  },
  partnership: {
    unknown: { title: '没有这个商家', next: '请同步合作商家后再试。' },
    not_open: { title: '邀请已不在“邀请中”', next: '请同步合作商家查看最新状态。' },
    console_needed: { title: '需要在平台后台处理', next: '请打开机构后台完成操作，下次同步会核实结果。' },
    unverified: { title: '平台已接受请求，但尚未看到新状态', next: '请稍后同步合作商家以核实。' },
  },
  product: { unknown: { title: '没有这个商品', next: '请同步联盟商品后再试。' } },
  listing: {
    unknown: { title: '商品不在货架上', next: '请刷新上架商品列表。' },
    split_out_of_range: { title: '分佣比例超出范围', next: '平台允许 10% 到 100%。' },
    split_unverified: { title: '平台上的分佣与设置的不一致', next: '请稍后重新设置并核对；平台以它自己的比例为准。' },
    not_promotable: { title: '商品现在不能推广', next: '请查看推广计划的日期和商品状态。' },
  },
  promoter: {
    unknown: { title: '没有这个推客', next: '请同步推客后再试。' },
    pays_itself: { title: '该推客由机构自己分佣', next: '平台不支持为其设置比例，请改用机构的分佣规则。' },
  },
  order: {
    unknown: { title: '没有这笔佣金单', next: '请核对订单号；新订单需要先同步。' },
    question_superseded: { title: '这个问题已被更新的问题取代', next: '请看最新的结果；需要时再问一次。' },
  },
  view: {
    unknown: { title: '这个视图已经不在了', next: '可能被同事删除了；需要时把当前条件另存为新的视图。' },
    name_taken: { title: '已有同名的视图', next: '请换一个名称，或覆盖原来的视图。' },
    file_unreadable: {
      title: '这个文件里读不出视图',
      next: '请选择在工作台里用“导出视图”写出的 .ldviews 文件；没有任何改动。',
    },
  },
  review: {
    reason_missing: { title: '还没有选原因', next: '挂起和排除都要从各自的原因里选一个。' },
    staff_missing: { title: '不知道是谁在审核', next: '双人复核要区分两个人，请先到“设置”填写使用者姓名。' },
    nothing_to_undo: { title: '没有可以撤销的操作', next: '您的操作都已撤销；同事的操作请在“最近操作”里逐条撤销。' },
    later_decision: {
      title: '其中 {{rows}} 行后来又被处理过，不能撤销',
      next: '请先在“最近操作”里撤销之后的那些操作。',
    },
  },
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
  feed: {
    no_target: { title: '还没有设置货架数据的去处', next: '请到“设置”选择文件夹或 HTTPS 地址。' },
    bad_target: { title: '货架数据的去处不可用', next: '请到“设置”检查文件夹或地址。' },
    refused: { title: '对方服务器没有接收货架数据', next: '请与小程序后台的技术人员核对地址与密钥。' },
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
  reply: {
    unreadable: {
      title: '平台给的详情读不懂，已原样保留',
      next: '程序会再试；一直如此请联系我们，原文在“结构变化”里。',
    },
    lags_behind: { title: '平台给的详情比列表旧', next: '程序会再读，直到详情跟上列表。' },
  },
  platform: {
    '-1': { title: '平台繁忙（-1）', next: '程序已自动重试，请几分钟后再试。' },
    '40001': {
      title: '平台拒绝了机构凭证（40001）',
      next: '请到“设置”核对 AppSecret（在平台重置过则旧的即刻失效）；若另有程序在反复刷新同一机构的令牌，请先停掉它。',
    },
    '40013': { title: 'AppID 不正确（40013）', next: '请到“设置”核对 AppID（以 wx 开头）。' },
    '40125': { title: 'AppSecret 无效（40125）', next: '请在平台后台复制完整的 AppSecret，再到“设置”重新填写。' },
    '40164': {
      title: '本机 IP 不在平台白名单（40164）',
      next: '请在平台后台的 IP 白名单里加入本机的地址 {{address}}，几分钟后重试。',
    },
    '40243': { title: 'AppSecret 已被冻结（40243）', next: '请在平台后台解冻 AppSecret，再重新同步。' },
    '48001': { title: '机构没有这个接口的权限（48001）', next: '请在平台后台申请权限，或在后台页面手工完成。' },
    '45009': { title: '今天的接口调用次数已用完（45009）', next: '次日 0 点恢复。已同步的数据可以照常查看。' },
    '45035': {
      title: '本机 IP 不在平台白名单（45035）',
      next: '请在平台后台的 IP 白名单里加入本机的公网地址，几分钟后重试。',
    },
    '61004': {
      title: '本机 IP 不在平台白名单（61004）',
      next: '请在平台后台的 IP 白名单里加入本机的公网地址，几分钟后重试。',
    },
    '45011': { title: '调用太频繁（45011）', next: '程序会自动放慢并重试，请稍候。' },
    '10024006': {
      title: '平台暂时不给详情（10024006）',
      next: '多数在几小时内会有；程序按间隔自动重试，也可在“同步”的“隔离”里立即重试。',
    },
    '10071049': {
      title: '机构的推客功能已关闭（10071049）',
      next: '请在平台后台开通推客功能。在此之前直播预约和推广素材读不到，其他数据照常同步。',
    },
    other: { title: '平台返回错误 {{errcode}}', next: '请稍后重试；若一直出现，请凭错误码查询平台文档。' },
  },
  doctor: {
    versions: {
      title: '程序 {{program}}，数据库结构 {{schema}}，SQLite {{sqlite}}',
      next: '{{runtime}}，{{system}}。反馈问题时请附上这一行。',
    },
    folder_ok: { title: '数据文件夹可以写入', next: '位置：{{folder}}' },
    folder_not_writable: {
      title: '数据文件夹不能写入（{{reason}}）',
      next: '请检查 {{folder}} 的权限和磁盘，写不进去时同步会停下。',
    },
    disk_ok: { title: '磁盘剩余 {{free}}', next: '空间充足。' },
    disk_low: { title: '磁盘剩余不多：{{free}}', next: '请尽早清理，留出 2 GB 以上。' },
    disk_nearly_full: { title: '磁盘快满了：只剩 {{free}}', next: '请马上清理磁盘，否则同步写不进去。' },
    disk_unknown: { title: '看不到磁盘剩余空间', next: '请自行确认 {{folder}} 所在磁盘留有 2 GB 以上。' },
    store_ok: { title: '数据库完好', next: '每一页都已检查。' },
    store_damaged: { title: '数据库有损坏', next: '请先停止使用并复制整个数据文件夹留底，再用最近的备份恢复。' },
    audit_ok: { title: '操作记录完整，共 {{entries}} 条', next: '每一条都接得上前一条。' },
    audit_broken: {
      title: '操作记录第 {{entry_id}} 条接不上前一条',
      next: '记录可能被程序之外改动过。请复制数据文件夹留底，并联系技术人员。',
    },
    closings_ok: { title: '已关账的账期与关账时一致', next: '每次关账的明细与校验链都已核对。' },
    closing_broken: {
      title: '账期 {{period}} 的关账记录被改动过',
      next: '已关账的数据可能被程序之外改动。请复制数据文件夹留底，用备份比对，并联系技术人员。',
    },
    books_unchecked: { title: '数据库这次没有检查（{{reason}}）', next: '请稍后再体检一次。' },
    address_ok: { title: '平台可以连通', next: '接口地址：{{base_url}}' },
    credentials_ok: { title: '机构凭证有效', next: 'AppID：{{app_id}}' },
    allow_list_ok: { title: '本机地址可以调用平台', next: '网络出口变化后可能需要更新白名单。' },
    clock_ok: { title: '本机时钟准确', next: '与平台相差 {{skew_seconds}} 秒。' },
    clock_off: {
      title: '本机时钟与平台相差约 {{minutes}} 分钟',
      next: '请在系统设置里打开自动对时。同步已按平台时间进行，数据不受影响。',
    },
    permission_ok: { title: '有权限：{{endpoint}}', next: '可以调用。' },
    permission_missing: {
      title: '没有权限：{{endpoint}}',
      next: '请在联盟带货机构管理平台打开“设置 › 开放信息”，确认开放能力已开通，且 AppID 是机构自己的账号；仍不行请向平台申请这个接口。',
    },
    permission_withdrawn: {
      title: '接口被平台停用：{{endpoint}}',
      next: '请在联盟带货机构管理平台查看违规或停用通知，按要求处理后恢复。',
    },
    permission_unknown: { title: '没有问到：{{endpoint}}（{{reason}}）', next: '请稍后再体检一次。' },
    permission_no_calls: { title: '没有检查：{{endpoint}}', next: '今天的调用次数已用完，次日 0 点恢复后再体检。' },
    quota_ok: { title: '额度充足：{{endpoint}}', next: '今天还剩 {{remain}} / {{daily_limit}} 次。' },
    quota_low: {
      title: '额度不多：{{endpoint}}',
      next: '今天只剩 {{remain}} / {{daily_limit}} 次，请减少手动同步，并查看是否有其他程序在用同一机构的额度。',
    },
    quota_used_up: { title: '额度用完：{{endpoint}}', next: '次日 0 点恢复；急用时可在平台清零额度，每月次数有限。' },
    quota_unknown: { title: '平台没有说明额度：{{endpoint}}', next: '程序会按平台的拒绝自动放慢。' },
    fresh: { title: '佣金单数据是新的', next: '数据截至 {{hours}} 小时前。' },
    stale: { title: '佣金单数据已是 {{hours}} 小时前的', next: '请同步一次，并查看自动同步为什么没有进行。' },
    never_synced: { title: '还没有完整同步过', next: '请先同步一次。' },
    not_reached: { title: '没有检查：连不上平台', next: '请先处理“接口地址”那一行。' },
    not_let_in: { title: '没有检查：平台不接受本机地址', next: '请先处理“IP 白名单”那一行。' },
    no_account: { title: '没有检查：机构凭证被拒绝', next: '请先处理“机构凭证”那一行。' },
    not_checked: {
      title: '这一项没有检查成（{{reason}}）',
      next: '请再体检一次；若再次出现，请把这一行交给技术人员。',
    },
  },
  address: { refused: { title: '程序不打开这个网址', next: '出于安全，只打开平台自己的页面。' } },
  path: { refused: { title: '程序不打开这个位置', next: '只能打开您在对话框中选过的文件夹或数据文件夹中的文件。' } },
  institution: { unknown: { title: '没有这个机构', next: '请重新启动程序后再选择。' } },
  settings: { unwritable: { title: '设置保存不了', next: '请检查磁盘空间和数据文件夹的权限。' } },
  sandbox: {
    failed: { title: '演示平台没有启动', next: '请重新启动程序；若仍出现，请检查是否有安全软件拦截本机连接。' },
  },
  other: { title: '出现未知错误', next: '请重试；若再次出现，请把错误码交给技术人员。' },
};
