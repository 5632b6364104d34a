// Web Chat's and Adaptive Cards' settings, to match page.css. Colours are the same ones; 44 is the touch size.
const red = '#8c1d18';
const ink = '#201d1a';
const rule = '#ddd6cd';
export const fonts = "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', sans-serif";

export const styleOptions = {
  accent: red, subtle: '#635b53', primaryFont: fonts, backgroundColor: '#fbfaf8',
  avatarSize: 36, showAvatarInGroup: 'sender', botAvatarInitials: '报', userAvatarInitials: undefined, // without them own messages take the whole width
  bubbleBackground: '#ffffff', bubbleBorderColor: rule, bubbleBorderRadius: 10, bubbleTextColor: ink,
  bubbleFromUserBackground: '#fbe9e6', bubbleFromUserBorderColor: '#eccdc7', bubbleFromUserBorderRadius: 10, bubbleFromUserTextColor: ink,
  bubbleMinHeight: 38, bubbleMinWidth: 0, bubbleMaxWidth: 520,
  sendBoxTextWrap: true, sendBoxHeight: 56, sendBoxMaxHeight: 160, sendBoxTextColor: ink, sendBoxPlaceholderColor: '#6b635b',
  sendBoxButtonColor: red, sendBoxButtonAlignment: 'bottom', sendBoxBorderTop: `solid 1px ${rule}`,
  sendBoxButtonShadeBorderRadius: 8, sendBoxButtonShadeColorOnHover: '#f6eeec',
  sendBoxButtonKeyboardFocusIndicatorBorderColor: red, sendBoxButtonKeyboardFocusIndicatorBorderWidth: 2,
  suggestedActionLayout: 'flow', suggestedActionHeight: 44, suggestedActionBorderRadius: 22, suggestedActionBorderWidth: 1,
  suggestedActionBorderColor: '#c98e88', suggestedActionTextColor: red, suggestedActionBackgroundColorOnHover: '#fbe9e6',
  suggestedActionKeyboardFocusIndicatorBorderColor: red, suggestedActionKeyboardFocusIndicatorBorderRadius: 18,
  cardPushButtonBackgroundColor: '#fbe9e6', cardPushButtonTextColor: red,
  groupTimestamp: false, markdownRespectCRLF: true,
  transcriptActivityVisualKeyboardIndicatorColor: red, transcriptVisualKeyboardIndicatorColor: red,
  transcriptOverlayButtonBackground: red, transcriptOverlayButtonBackgroundOnHover: '#6f1612', transcriptOverlayButtonBackgroundOnFocus: '#6f1612',
};

const both = colour => ({ default: colour, subtle: colour });
export const cardLook = {
  fontFamily: fonts,
  supportsInteractivity: true,
  spacing: { small: 4, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 14 },
  separator: { lineThickness: 1, lineColor: rule },
  fontSizes: { small: 13, default: 15, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  containerStyles: {
    default: { backgroundColor: '#ffffff', foregroundColors: {
      default: { default: ink, subtle: '#635b53' }, accent: both(red), attention: both('#a32018'), good: both('#2c6534'), warning: both('#7a4d00'),
    } },
    emphasis: { backgroundColor: '#f6f2ec', foregroundColors: {
      default: { default: ink, subtle: '#5c544c' }, accent: both(red), attention: both('#a32018'), good: both('#2c6534'), warning: both('#7a4d00'),
    } },
  },
  actions: { maxActions: 6, spacing: 'default', buttonSpacing: 8, showCard: { actionMode: 'inline', inlineTopMargin: 12 }, actionsOrientation: 'horizontal', actionAlignment: 'left' },
};
