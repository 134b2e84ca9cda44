interface Size {
  width: number;
  height: number;
}

/** Cells of everything on the live screen; together they fill it. */
export interface TrainingLayout {
  figures: Size;
  loss: Size;
  accuracy: Size;
  steps: Size;
  learningRate: Size;
  digits: Size;
  /** Epoch and step. */
  bars: Size;
  log: Size;
}

/** From this height on there is room for ten bars beside the charts. */
const roomyHeight = 34;
/** "Learning rate" fits its border. */
const learningRateWidth = 18;

/** @param area the work area, 80x22 or more */
export function trainingLayout({ width, height }: Size): TrainingLayout {
  const isRoomy = height >= roomyHeight;
  const logHeight = isRoomy ? 8 : 3;
  const barsHeight = 2;
  const top = height - barsHeight - logHeight;
  const smallHeight = isRoomy ? 12 : 4;
  const lossHeight = Math.ceil((top - smallHeight) / 2);
  const left = Math.min(44, Math.max(34, Math.round(width * 0.3)));
  const right = width - left;
  const middle = Math.max(learningRateWidth, Math.floor(right / 3));
  const side = Math.floor((right - middle) / 2);
  return {
    figures: { width: left, height: top },
    loss: { width: right, height: lossHeight },
    accuracy: { width: right, height: top - smallHeight - lossHeight },
    steps: { width: side, height: smallHeight },
    learningRate: { width: middle, height: smallHeight },
    digits: { width: right - middle - side, height: smallHeight },
    bars: { width, height: barsHeight },
    log: { width, height: logHeight },
  };
}
