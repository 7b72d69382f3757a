/** Codes of what the doctor finds. */
export const doctorErrors = {
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
};
