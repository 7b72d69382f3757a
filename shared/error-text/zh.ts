import { doctorErrors } from './zh-doctor.ts';
import { settlementErrors } from './zh-settlement.ts';
import { stagingErrors } from './zh-staging.ts';

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
    no_stock: { title: '商品没有库存', next: '补货并同步商品后再上架。' },
  },
  promoter: {
    unknown: { title: '没有这个推客', next: '请同步推客后再试。' },
    not_bound: { title: '推客已不在本机构', next: '请让推客重新绑定并同步推客，再重试这些行。' },
    pays_itself: { title: '该推客由机构自己分佣', next: '平台不支持为其设置比例，请改用机构的分佣规则。' },
  },
  poster: {
    no_code: { title: '平台没有给出这位推客的二维码和链接', next: '请在上架商品的推广素材里重新获取，或换一件商品。' },
    not_drawn: { title: '海报没有画成：{{reason}}', next: '请检查商品图片，再做一次。' },
    window_gone: { title: '画海报的窗口没有回应', next: '没有写出任何文件。请再做一次；若仍出现，请重新启动程序。' },
    too_many: { title: '一次最多 {{most}} 张海报，现在是 {{count}} 张', next: '请减少推客或商品，分几次做。' },
    banned_word: { title: '卖点里的“{{word}}”不能用在广告里', next: '请改掉后再做。' },
    running: { title: '已有一批海报正在生成', next: '请等它完成，或先取消。' },
    not_a_png: { title: '海报没有画成', next: '请再保存一次；若仍出现，请重新启动程序。' },
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
  ...settlementErrors,
  ...stagingErrors,
  feed: {
    no_target: { title: '还没有设置货架数据的去处', next: '请到“设置”选择文件夹或 HTTPS 地址。' },
    bad_target: { title: '货架数据的去处不可用', next: '请到“设置”检查文件夹或地址。' },
    refused: { title: '对方服务器没有接收货架数据', next: '请与小程序后台的技术人员核对地址与密钥。' },
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
  ...doctorErrors,
  address: { refused: { title: '程序不打开这个网址', next: '出于安全，只打开平台自己的页面。' } },
  path: { refused: { title: '程序不打开这个位置', next: '只能打开您在对话框中选过的文件夹或数据文件夹中的文件。' } },
  institution: { unknown: { title: '没有这个机构', next: '请重新启动程序后再选择。' } },
  settings: { unwritable: { title: '设置保存不了', next: '请检查磁盘空间和数据文件夹的权限。' } },
  sandbox: {
    failed: { title: '演示平台没有启动', next: '请重新启动程序；若仍出现，请检查是否有安全软件拦截本机连接。' },
  },
  other: { title: '出现未知错误', next: '请重试；若再次出现，请把错误码交给技术人员。' },
};
