// Pictures whole, not cut to a band as Web Chat would; a tap opens the picture as it was sent.
import { element } from './react.js';
import { word } from './words.js';

const isPicture = ({ contentType, contentUrl }) => /^image\/(png|jpe?g|gif|webp)$/.test(contentType ?? '') && contentUrl;

/** Draws what is a picture; other attachments pass untouched. */
export const wholePictures = () => next => (...args) => {
  const { attachment } = args[0] ?? {};
  if (!attachment || !isPicture(attachment)) return next(...args);
  const { name, contentUrl, thumbnailUrl } = attachment;
  return element('a', {
    className: 'picture', href: contentUrl, target: '_blank', rel: 'noopener', 'aria-label': word('openPicture', { name: name ?? '' }),
    children: element('img', { src: thumbnailUrl ?? contentUrl, alt: name ?? '' }),
  });
};
