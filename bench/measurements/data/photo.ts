import sharp from 'sharp';

/** A digit written large on grey paper with a shadow, as a phone's camera sees it: a JPEG of 4000x3000. */
export async function photoOf(pixels: Uint8Array): Promise<Buffer> {
  const ink = Buffer.from(pixels.map((value) => 255 - value));
  const digit = await sharp(ink, { raw: { width: 28, height: 28, channels: 1 } })
    .resize(1400, 1400, { kernel: 'cubic' })
    .png()
    .toBuffer();
  return sharp(Buffer.from(paper))
    .composite([{ input: digit, left: 1300, top: 800, blend: 'multiply' }])
    .jpeg({ quality: 88 })
    .toBuffer();
}

const paper = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="3000">
  <defs><linearGradient id="light" x2="1" y2="1">
    <stop offset="0" stop-color="#f2efe8"/><stop offset="1" stop-color="#a39c90"/>
  </linearGradient></defs>
  <rect width="4000" height="3000" fill="url(#light)"/></svg>`;
