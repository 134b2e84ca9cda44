/** What networks of other programs are given of a pixel: 0 to 1, 0 to 255, or -1 to 1. */
export const pixelScales = ['unit', 'byte', 'signed'] as const;
export type PixelScale = (typeof pixelScales)[number];

/** Whether strokes are light on dark, as those of MNIST, or dark on light. */
export const polarities = ['light-on-dark', 'dark-on-light'] as const;
export type Polarity = (typeof polarities)[number];

/** How a network wants its pixels. */
export interface PixelReading {
  scale: PixelScale;
  polarity: Polarity;
}

/** As the network of this program reads. */
export const usualReading: PixelReading = { scale: 'unit', polarity: 'light-on-dark' };

/** All readings that there are, the usual one first. */
export const pixelReadings: readonly PixelReading[] = pixelScales.flatMap((scale) =>
  polarities.map((polarity) => ({ scale, polarity })),
);

/** What is made of a pixel 0..255 of light on dark: `pixel * scale + offset`. */
export function pixelFormula({ scale, polarity }: PixelReading): { scale: number; offset: number } {
  const [from, to] = ranges[scale];
  const step = (to - from) / 255;
  return polarity === 'light-on-dark'
    ? { scale: step, offset: from }
    : { scale: -step, offset: to };
}

/** The reading that a formula is of; undefined where it is none of ours. */
export function readingOf(pixels: { scale: number; offset: number }): PixelReading | undefined {
  return pixelReadings.find((reading) => {
    const { scale, offset } = pixelFormula(reading);
    return Math.abs(scale - pixels.scale) < 1e-9 && Math.abs(offset - pixels.offset) < 1e-9;
  });
}

const ranges: Record<PixelScale, readonly [from: number, to: number]> = {
  unit: [0, 1],
  byte: [0, 255],
  signed: [-1, 1],
};

/** For people: `as it is`, `inverted`, `inverted, with pixels of 0 to 255`. */
export function readingWords({ scale, polarity }: PixelReading): string {
  const inverted = polarity === 'dark-on-light';
  const pixels = scale === 'unit' ? '' : `with pixels of ${ranges[scale].join(' to ')}`;
  if (!inverted && pixels === '') return 'as it is';
  return [inverted ? 'inverted' : '', pixels].filter(Boolean).join(', ');
}
