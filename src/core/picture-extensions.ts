/** Ends of names that are taken for pictures in a folder. A file that is named itself may have any. */
export const pictureExtensions: readonly string[] = [
  'jpg',
  'jpeg',
  'png',
  'webp',
  'gif',
  'tif',
  'tiff',
  'avif',
  // Refused with what to do: a phone's folder that came up empty would say nothing.
  'heic',
  'heif',
];
