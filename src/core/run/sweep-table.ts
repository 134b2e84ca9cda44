import type { RunRequest } from './event.js';
import type { RunState } from './reducer.js';
import { type SweepAxis, type SweptSetting, type SweptValue, sweptSettings } from './sweep-plan.js';

/** What a sweep's table needs to know of a run. */
export interface SweptRun extends Pick<RunState, 'id' | 'status' | 'best'> {
  request?: Pick<RunRequest, 'settings' | 'sweep'>;
}

/** The runs of a sweep by the values of its settings. */
export interface SweepTable<Run extends SweptRun> {
  /** Down, and across where two settings vary. */
  axes: readonly SweepAxis[];
  /** A row for each value of the first axis, in it one cell for each of the second; undefined where no run is there. */
  cells: readonly (readonly (Run | undefined)[])[];
  /** The run with the highest validation accuracy. */
  best?: Run;
}

/**
 * The settings that vary are told by the runs themselves. Where they are more than two, which happens when epochs are
 * changed while a run is under way, the first two in the order of `sweptSettings` make the table.
 *
 * @param runs of one sweep, the newest first, as the host lists them
 */
export function sweepTable<Run extends SweptRun>(runs: readonly Run[]): SweepTable<Run> {
  const told = runs.filter(({ request }) => request);
  const varied = sweptSettings
    .map((setting) => ({ setting, values: valuesOf(told, setting) }))
    .filter(({ values }) => values.length > 1)
    .sort((a, b) => rank(a.setting) - rank(b.setting))
    .slice(0, 2);
  const single = { setting: 'learningRate', values: valuesOf(told, 'learningRate') } as const;
  const axes = varied.length > 0 ? varied : [single];
  const [down, across] = axes;
  const find = (row: SweptValue, column?: SweptValue) =>
    told.find(
      (run) =>
        valueIn(run, down.setting) === row &&
        (across === undefined || valueIn(run, across.setting) === column),
    );
  const cells = down.values.map((row) =>
    across ? across.values.map((column) => find(row, column)) : [find(row)],
  );
  return { axes, cells, best: bestOf(told) };
}

/** The run with the highest validation accuracy; the lower loss decides where two are alike. */
export function bestOf<Run extends Pick<SweptRun, 'best'>>(runs: readonly Run[]): Run | undefined {
  return runs.reduce<Run | undefined>((best, run) => (isBetter(run, best) ? run : best), undefined);
}

function isBetter({ best: a }: Pick<SweptRun, 'best'>, than?: Pick<SweptRun, 'best'>): boolean {
  if (!a) return false;
  const b = than?.best;
  if (!b) return true;
  const gain = a.validation.accuracy - b.validation.accuracy;
  return gain > 0 || (gain === 0 && a.validation.loss < b.validation.loss);
}

/** Epochs can be changed while a run is under way, so they make an axis only where nothing else does. */
function rank(setting: SweptSetting): number {
  return setting === 'epochs' ? 1 : 0;
}

/** Numbers from low to high; recipes in the order that they are offered. */
function valuesOf(runs: readonly SweptRun[], setting: SweptSetting): SweptValue[] {
  const values = new Set(runs.flatMap((run) => valueIn(run, setting) ?? []));
  return [...values].sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b)),
  );
}

function valueIn({ request }: SweptRun, setting: SweptSetting): SweptValue | undefined {
  return request?.settings[setting];
}
