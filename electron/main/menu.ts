import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../shared/bridge.ts';

const words = {
  'zh-CN': {
    file: '文件',
    edit: '编辑',
    view: '视图',
    window: '窗口',
    quit: '退出',
    close: '关闭窗口',
    reload: '重新加载',
    tools: '开发者工具',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    all: '全选',
    actual: '实际大小',
    larger: '放大',
    smaller: '缩小',
    full: '全屏',
    minimize: '最小化',
  },
  en: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    quit: 'Quit',
    close: 'Close window',
    reload: 'Reload',
    tools: 'Developer tools',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    all: 'Select all',
    actual: 'Actual size',
    larger: 'Zoom in',
    smaller: 'Zoom out',
    full: 'Full screen',
    minimize: 'Minimize',
  },
} satisfies Record<Language, Record<string, string>>;

/** Only what the system expects of a menu; the program's own commands live in the page. */
export function setMenu(language: Language): void {
  const word = words[language];
  const tools: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'toggleDevTools', label: word.tools }];
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: word.file,
      submenu: [
        { role: 'close', label: word.close },
        { role: 'quit', label: word.quit },
      ],
    },
    {
      label: word.edit,
      submenu: [
        { role: 'undo', label: word.undo },
        { role: 'redo', label: word.redo },
        { type: 'separator' },
        { role: 'cut', label: word.cut },
        { role: 'copy', label: word.copy },
        { role: 'paste', label: word.paste },
        { role: 'selectAll', label: word.all },
      ],
    },
    {
      label: word.view,
      submenu: [
        { role: 'reload', label: word.reload },
        { type: 'separator' },
        { role: 'resetZoom', label: word.actual },
        { role: 'zoomIn', label: word.larger },
        { role: 'zoomOut', label: word.smaller },
        { role: 'togglefullscreen', label: word.full },
        ...tools,
      ],
    },
    { label: word.window, submenu: [{ role: 'minimize', label: word.minimize }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
