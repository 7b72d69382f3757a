import enUS from 'antd/es/locale/en_US.js';
import type { Locale } from 'antd/es/locale/index.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import 'dayjs/locale/zh-cn.js';
import type { Language } from '../i18n/setup.ts';

// The library's types call its modules CommonJS, the bundler reads them as what they are: take either shape.
const plain = (module: Locale | { default: Locale }): Locale => ('default' in module ? module.default : module);

/** The component library's own texts (pickers, dialogs, paging). */
export const LIBRARY_LOCALE: Record<Language, Locale> = { zh: plain(zhCN), en: plain(enUS) };
