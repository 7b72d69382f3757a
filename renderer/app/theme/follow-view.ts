import { useView } from '../../state/view.ts';
import { bridge } from '../bridge/bridge.ts';

/**
 * Theme and language are main's settings (menus and the window's first colour need them before any page). The page
 * keeps a copy so that it paints right at once, takes main's word when it comes, and reports every change.
 */
export function followView(): () => void {
  void bridge()
    .getAppInfo()
    .then(({ theme, language }) => useView.setState({ theme, language: language === 'en' ? 'en' : 'zh' }));
  return useView.subscribe((now, before) => {
    if (now.theme !== before.theme) void bridge().setTheme(now.theme);
    if (now.language !== before.language) void bridge().setLanguage(now.language === 'en' ? 'en' : 'zh-CN');
  });
}
