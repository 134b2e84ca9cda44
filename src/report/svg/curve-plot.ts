import { hasPlace, rangeOf, type Scale } from '../../ui/components/axis.js';
import { type Html, html } from '../html.js';
import { type PlotArea, type PlotAxis, plotFrame, plotX, plotY, roomyRange } from './plot-area.js';

export interface Curve {
  /** Training is dashed and validation is not, whatever their colours. */
  kind: 'train' | 'validation';
  name: string;
  /** One value an epoch, from the first; what is no number is a gap. */
  values: readonly number[];
}

export interface CurvePlot {
  /** What is drawn, for those who do not see it. */
  title: string;
  words: string;
  scale: Scale;
  write: (value: number) => string;
  /** The number of the first value's epoch. */
  firstEpoch: number;
  curves: readonly Curve[];
  /** The epoch whose weights were kept. */
  best?: number;
  /** Epochs that are marked, with words at one end of the line: the one that curves are far from. */
  marksAt: 'top' | 'bottom';
  marks: readonly { epoch: number; words: string }[];
}

const area: PlotArea = { left: 58, top: 34, width: 350, height: 180 };
const size = { width: 432, height: 250 };

/** Curves over the epochs of a run; a run of one epoch has dots. */
export function curvePlot(plot: CurvePlot): Html {
  const { title, words, scale, write, firstEpoch, curves } = plot;
  const range = rangeOf(
    curves.flatMap(({ values }) => values),
    scale,
  );
  if (!range)
    return html`<p class="dim">No ${words} of this run is a number that can be drawn.</p>`;
  const last = firstEpoch + Math.max(...curves.map(({ values }) => values.length)) - 1;
  const x: PlotAxis = {
    range: roomyRange([firstEpoch, last], 'linear'),
    scale: 'linear',
    write: (value) => (value >= firstEpoch && value <= last ? `${value}` : ''),
    words: 'epoch',
  };
  const y: PlotAxis = { range: roomyRange(range, scale), scale, write, words };
  return html`<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${title}">
${plotFrame(area, x, y, 1)}${marks(plot, x)}${curves.map((curve) => drawn(curve, firstEpoch, x, y))}${bestDot(plot, x, y)}${legend(curves)}</svg>`;
}

function drawn({ kind, values }: Curve, firstEpoch: number, x: PlotAxis, y: PlotAxis): Html {
  const points = values.map((value, index) => ({
    known: hasPlace(value, y.scale),
    place: `${plotX(firstEpoch + index, x, area)} ${plotY(value, y, area)}`,
  }));
  const path = points
    .map(({ known, place }, index) =>
      known ? `${points[index - 1]?.known ? 'L' : 'M'}${place}` : '',
    )
    .join('');
  const alone = points.filter(
    ({ known }, index) => known && !points[index - 1]?.known && !points[index + 1]?.known,
  );
  const dots = alone.map(({ place }) => {
    const [cx, cy] = place.split(' ');
    return html`<circle class="dot ${kind}" cx="${cx}" cy="${cy}" r="3.5"/>`;
  });
  return html`<path class="curve ${kind}" d="${path}"/>${dots}
`;
}

function marks({ marks, marksAt }: CurvePlot, x: PlotAxis): Html[] {
  const bottom = area.top + area.height;
  return marks.map(({ epoch, words }) => {
    const at = plotX(epoch, x, area);
    return html`<line class="mark" x1="${at}" x2="${at}" y1="${area.top}" y2="${bottom}"><title>${words}</title></line>
<text class="label middle" x="${at}" y="${marksAt === 'top' ? area.top + 11 : bottom - 4}">${words}</text>
`;
  });
}

function bestDot(
  { best, curves, firstEpoch }: CurvePlot,
  x: PlotAxis,
  y: PlotAxis,
): Html | undefined {
  const validation = curves.find(({ kind }) => kind === 'validation');
  const value =
    best === undefined ? Number.NaN : (validation?.values[best - firstEpoch] ?? Number.NaN);
  if (best === undefined || !hasPlace(value, y.scale)) return undefined;
  const at = { x: plotX(best, x, area), y: plotY(value, y, area) };
  const isRight = at.x > area.left + area.width / 2;
  return html`<circle class="best" cx="${at.x}" cy="${at.y}" r="5"/>
<text class="${isRight ? 'end' : ''}" x="${at.x + (isRight ? -9 : 9)}" y="${at.y < area.top + 20 ? at.y + 16 : at.y - 8}">best: ${best}</text>
`;
}

function legend(curves: readonly Curve[]): Html[] {
  const step = 84;
  const start = area.left + area.width - curves.length * step;
  return curves.map(({ kind, name }, index) => {
    const at = start + index * step;
    return html`<line class="curve ${kind}" x1="${at}" x2="${at + 22}" y1="12" y2="12"/><text x="${at + 27}" y="16">${name}</text>
`;
  });
}
