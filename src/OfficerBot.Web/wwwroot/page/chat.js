// One room as the official Web Chat on our own Direct Line endpoint.
import { cardLook, styleOptions } from './look.js';
import { say } from './notice.js';
import { wholePictures } from './pictures.js';
import { groupBySender, nameAbove, signBeside, withoutMachineTime } from './voices.js';
import { tag, word } from './words.js';

// Text without a format would be drawn as Markdown with HTML; text beside a card that says it all is for channels
// without cards, and would be said twice.
function textOf({ text, textFormat, channelData, attachments }) {
  return channelData?.cardSaysAll && attachments?.length ? { text: '' } : text && !textFormat ? { textFormat: 'plain' } : {};
}

// Web Chat decides the side of a message by role alone: 'user' is the reader, 'bot' is everybody else; it has already
// called every missing role 'bot' when this runs. People's ids on Direct Line begin with dl_, the bot's does not:
// that is kept beside the role, for the sign.
function asDrawn(activity, userId) {
  const { from } = activity;
  return {
    ...activity,
    ...(activity.type === 'message' ? textOf(activity) : {}),
    from: { ...from, isBot: !from.id.startsWith('dl_'), role: from.id === userId ? 'user' : 'bot' },
  };
}

const mostMegabytes = 10; // the service takes no larger file

// A file the service would refuse is not put beside the words: Web Chat would only say "could not be sent", again and again.
function withoutLarge(action) {
  const isLarge = ({ blob }) => blob.size > mostMegabytes * 1024 * 1024;
  const large = action.payload.attachments.filter(isLarge);
  if (large.length === 0) return action;
  say(word('tooLarge', { most: mostMegabytes, names: large.map(({ blob }) => blob.name).join(word('comma')) }));
  return { ...action, payload: { attachments: action.payload.attachments.filter(each => !isLarge(each)) } };
}

function storeFor(userId, heard) {
  return window.WebChat.createStore({}, () => next => action => {
    if (action.type === 'WEB_CHAT/SET_SEND_BOX_ATTACHMENTS') return next(withoutLarge(action));
    if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY') return next(action);
    const activity = asDrawn(action.payload.activity, userId);
    heard(activity);
    return next({ ...action, payload: { ...action.payload, activity } });
  });
}

function lineFor({ token, conversationId, resumes }) {
  const past = resumes ? { conversationId, watermark: '0' } : {};
  return window.WebChat.createDirectLine({ domain: new URL('/v3/directline', location.href).href, token, conversationStartProperties: { locale: tag() }, ...past });
}

// Web Chat calls everyone who is not the reader "bot" to screen readers; in a group that is wrong.
const ownWords = strings => ({
  ...strings,
  ACTIVITY_BOT_SAID_ALT: word('newMessage'),
  ACTIVITY_STATUS_SEND_STATUS_ALT_SENT_AT: ' ', // a time of the machine's, not of the office's
  TEXT_INPUT_PLACEHOLDER: word('sendBox'),
});

/**
 * Opens a room in an element. heard(activity) is called for each incoming activity, replayed ones too;
 * attached(count) whenever files were put beside the words not yet sent, or left with them.
 * Returns fill(text), which puts text into the send box, token(), draw() for a changed language, and close().
 */
export function openChat({ place, seat, userName, heard, attached }) {
  const store = storeFor(seat.userId, heard);
  const directLine = lineFor(seat);
  let isOpen = false;
  const draw = () => window.WebChat.renderWebChat({
    directLine, store, styleOptions,
    userID: seat.userId, username: userName, locale: tag(),
    overrideLocalizedStrings: ownWords, adaptiveCardsHostConfig: cardLook,
    activityMiddleware: nameAbove, avatarMiddleware: signBeside,
    attachmentMiddleware: wholePictures, activityStatusMiddleware: withoutMachineTime, groupActivitiesMiddleware: groupBySender,
    // Before the line is open Web Chat ignores Enter without a word; once open, it says itself what could not be sent.
    disabled: !isOpen, sendTypingIndicator: false,
  }, place);
  store.subscribe(() => {
    const { connectivityStatus, sendBoxAttachments } = store.getState();
    attached(sendBoxAttachments?.length ?? 0);
    if (isOpen || connectivityStatus !== 'connected') return;
    isOpen = true;
    draw();
  });
  draw();
  return {
    draw,
    token: () => directLine.token,
    fill: text => {
      store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } });
      place.querySelector('[data-id="webchat-sendbox-input"]')?.focus();
    },
    close: () => directLine.end(),
  };
}
