/**
 * Luma of Rec. 601, as JPEG has it; what is transparent shows white paper.
 *
 * @param data grey, grey and alpha, RGB or RGBA, by `channels`
 */
export function toGrey(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 1) return new Uint8Array(data);
  const grey = new Uint8Array(data.length / channels);
  if (channels === 3) {
    for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += 3) {
      grey[pixel] = Math.round(0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2]);
    }
    return grey;
  }
  const hasColour = channels >= 3;
  const hasAlpha = channels === 2 || channels === 4;
  for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += channels) {
    const luma = hasColour
      ? 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2]
      : data[at];
    const alpha = hasAlpha ? data[at + channels - 1] / 255 : 1;
    grey[pixel] = Math.round(luma * alpha + 255 * (1 - alpha));
  }
  return grey;
}
