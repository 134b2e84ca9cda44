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
  /** Each digit over the epochs; undefined where there is no room for it. */
  digitHistory?: Size;
  /**
   * How the small panels stand.
   *
   *     row      steps │ learning rate │ digits
   *     columns  steps over learning rate │ digits │ history
   *     beside   steps over learning rate │ history, and the digits below the figures
   */
  small: 'row' | 'columns' | 'beside';
  /** Epoch and step. */
  bars: Size;
  log: Size;
}

/** From this height on there is room for ten bars below the charts. */
const roomyHeight = 34;
/** From this one on there is room for them below the figures, whose samples take ten rows more. */
const tallHeight = 54;
/** Ten rows of digits and one of epochs, with a border. */
const digitsHeight = 13;
/** "Learning rate" fits its border. */
const learningRateWidth = 18;
const learningRateHeight = 5;
/** From this width on three panels stand side by side below the charts. */
const threePanels = 72;
const barsHeight = 2;

/** @param area the work area, 80x22 or more */
export function trainingLayout(area: Size): TrainingLayout {
  const { width, height } = area;
  const small = height >= tallHeight ? 'beside' : height >= roomyHeight ? 'columns' : 'row';
  const logHeight = { row: 3, columns: 7, beside: 10 }[small];
  const top = height - barsHeight - logHeight;
  const smallHeight = small === 'row' ? 4 : digitsHeight;
  const lossHeight = Math.ceil((top - smallHeight) / 2);
  const left = Math.min(44, Math.max(34, Math.round(width * 0.3)));
  const right = width - left;
  return {
    figures: { width: left, height: small === 'beside' ? top - digitsHeight : top },
    loss: { width: right, height: lossHeight },
    accuracy: { width: right, height: top - smallHeight - lossHeight },
    ...smallPanels(small, { left, right }),
    small,
    bars: { width, height: barsHeight },
    log: { width, height: logHeight },
  };
}

function smallPanels(
  small: TrainingLayout['small'],
  { left, right }: { left: number; right: number },
): Pick<TrainingLayout, 'steps' | 'learningRate' | 'digits' | 'digitHistory'> {
  if (small === 'row') {
    const middle = Math.max(learningRateWidth, Math.floor(right / 3));
    const side = Math.floor((right - middle) / 2);
    return {
      steps: { width: side, height: 4 },
      learningRate: { width: middle, height: 4 },
      digits: { width: right - middle - side, height: 4 },
    };
  }
  const hasThree = small === 'columns' && right >= threePanels;
  const first = Math.max(learningRateWidth + 2, Math.floor(right * (hasThree ? 0.3 : 0.45)));
  // The history has a column an epoch and takes what it gets.
  const second = hasThree ? Math.max(24, Math.floor(right * 0.25)) : right - first;
  const sized = (width: number) => ({ width, height: digitsHeight });
  const panels = {
    steps: { width: first, height: digitsHeight - learningRateHeight },
    learningRate: { width: first, height: learningRateHeight },
  };
  if (small === 'beside') return { ...panels, digits: sized(left), digitHistory: sized(second) };
  if (!hasThree) return { ...panels, digits: sized(second) };
  return { ...panels, digits: sized(second), digitHistory: sized(right - first - second) };
}
