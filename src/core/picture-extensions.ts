/** Ends of names whose pictures can be read. A file that is named itself may have any. */
export const readableExtensions: readonly string[] = [
  'jpg',
  'jpeg',
  'png',
  'webp',
  'gif',
  'tif',
  'tiff',
  'avif',
  'bmp',
];

/** Ends of names that are taken for pictures in a folder: a phone's that cannot be read are said to be so. */
export const pictureExtensions: readonly string[] = [...readableExtensions, 'heic', 'heif'];
