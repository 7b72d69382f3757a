import { type ThemeConfig, theme } from 'antd';
import { type Mode, PALETTES } from './palette.ts';

// Latin first, so that digits and names come in the system's own face and only Chinese falls through.
export const FONT =
  '-apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** A dense desk program: 13 px, 28 px controls, straight corners, hardly any shadow. */
export function themeOf(mode: Mode, motion: boolean): ThemeConfig {
  const palette = PALETTES[mode];
  // On dark ground a shadow is hardly seen: a line says where a pop-up ends.
  const lift = `${mode === 'dark' ? `0 0 0 1px ${palette.lineStrong}, ` : ''}0 6px 20px rgba(0, 0, 0, 0.14)`;
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'league-desk' },
    hashed: false,
    token: {
      colorPrimary: palette.accentFill,
      colorLink: palette.accent,
      colorPrimaryText: palette.accent,
      colorInfo: palette.info,
      colorSuccess: palette.ok,
      colorWarning: palette.warn,
      colorError: palette.bad,
      colorText: palette.text,
      colorTextSecondary: palette.textSoft,
      colorTextTertiary: palette.textFaint,
      colorTextDescription: palette.textFaint,
      colorTextPlaceholder: palette.textFaint,
      colorBgLayout: palette.canvas,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.raised,
      colorBorder: palette.lineStrong,
      colorBorderSecondary: palette.line,
      colorSplit: palette.line,
      fontFamily: FONT,
      fontSize: 13,
      fontSizeSM: 12,
      fontSizeLG: 14,
      controlHeight: 28,
      controlHeightSM: 24,
      controlHeightLG: 32,
      lineHeight: 1.5,
      padding: 12,
      paddingLG: 16,
      paddingMD: 14,
      paddingContentHorizontalLG: 16,
      marginLG: 16,
      borderRadius: 4,
      borderRadiusLG: 6,
      borderRadiusSM: 3,
      // Off where the system asks for less movement.
      motion,
      motionDurationSlow: '0.16s',
      motionDurationMid: '0.12s',
      boxShadow: lift,
      boxShadowSecondary: lift,
      wireframe: false,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
        // Derived from the fill they would be too dark for text in the dark mode.
        defaultHoverColor: palette.accent,
        defaultHoverBorderColor: palette.accent,
        defaultActiveColor: palette.accent,
        defaultActiveBorderColor: palette.accent,
      },
      Card: { headerFontSize: 13, headerHeight: 38, bodyPadding: 12 },
      Drawer: { paddingLG: 16 },
      Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px', labelColor: palette.textSoft },
      Modal: { titleFontSize: 15 },
      Progress: { defaultColor: palette.accent },
      Segmented: { trackPadding: 2 },
      Table: {
        headerBg: palette.canvas,
        headerColor: palette.textSoft,
        headerSplitColor: 'transparent',
        rowHoverBg: palette.hover,
        rowExpandedBg: palette.canvas,
        cellPaddingBlock: 6,
        cellPaddingInline: 10,
        cellPaddingBlockSM: 5,
        cellPaddingInlineSM: 10,
        cellFontSizeSM: 13,
      },
      Tabs: {
        horizontalMargin: '0',
        itemSelectedColor: palette.accent,
        itemHoverColor: palette.accent,
        inkBarColor: palette.accent,
      },
      Tooltip: { fontSize: 12 },
    },
  };
}
