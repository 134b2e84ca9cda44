interface Size {
  width: number;
  height: number;
}

/** Cells of everything in Curves; together they fill it. */
export interface CurvesLayout {
  loss: Size;
  accuracy: Size;
  /** At the right, as high as all charts. */
  figures: Size;
  /** Below the two charts, where there is room. */
  small?: { learningRate: Size; digits: Size; digitHistory: Size };
  /** What happened in the epoch that is read. */
  words: Size;
}

const wordsHeight = 1;
/** From this height on there is room for ten digits below the charts. */
const roomyHeight = 33;
/** Ten rows of digits and one of epochs, with a border. */
const digitsHeight = 13;
const learningRateWidth = 26;
const digitsWidth = 23;

/** @param area the area of a view, 80x21 or more */
export function curvesLayout({ width, height }: Size): CurvesLayout {
  const figuresWidth = Math.min(48, Math.max(34, Math.round(width * 0.34)));
  const left = width - figuresWidth;
  const above = height - wordsHeight;
  const hasSmall = height >= roomyHeight;
  const charts = hasSmall ? above - digitsHeight : above;
  const lossHeight = Math.ceil(charts / 2);
  const sized = (width: number) => ({ width, height: digitsHeight });
  return {
    loss: { width: left, height: lossHeight },
    accuracy: { width: left, height: charts - lossHeight },
    figures: { width: figuresWidth, height: above },
    ...(hasSmall && {
      small: {
        learningRate: sized(learningRateWidth),
        digits: sized(digitsWidth),
        digitHistory: sized(left - learningRateWidth - digitsWidth),
      },
    }),
    words: { width, height: wordsHeight },
  };
}
