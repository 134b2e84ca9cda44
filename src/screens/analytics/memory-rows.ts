import type { Network } from '../../model/network.js';
import { countParameters, sizeOf, summarise } from '../../model/parameters.js';
import type { MeasureState } from '../../state/analytics/measuring.js';
import type { Subject } from '../../state/analytics/subject.js';
import { bytes } from '../../ui/format.js';
import { joinColumns, type Row, span } from '../../ui/rows.js';

/** What a model takes, in bytes; NaN where it is not known yet. */
export interface MemoryFigures {
  disk: number;
  weights: number;
  /** Of all layers' outputs for one image. */
  activations: number;
  /** Resident memory of the host while it measured. */
  host: number;
}

const float32Bytes = 4;

/** From its shapes, its card, and what was measured. */
export function memoryFigures(
  network: Network,
  { card }: Subject,
  measured: MeasureState,
): MemoryFigures {
  const answer = measured.status === 'ready' ? measured.answer : undefined;
  const outputs = summarise(network).reduce((sum, { output }) => sum + sizeOf(output), 0);
  return {
    disk: answer?.diskBytes ?? card?.weights.bytes ?? Number.NaN,
    weights: answer?.weightBytes ?? countParameters(network).total * float32Bytes,
    activations: answer?.activationBytes ?? outputs * float32Bytes,
    host: answer?.residentBytes ?? Number.NaN,
  };
}

/** One row a figure. */
export function memoryRows(figures: MemoryFigures, width: number): Row[] {
  const { disk, weights, activations, host } = figures;
  const lines: [string, number, string][] = [
    ['on disk', disk, ''],
    ['weights', weights, 'in memory'],
    ['activations', activations, 'of one image'],
    ['host', host, 'when measured'],
  ];
  return lines.map(([label, value, words]) =>
    joinColumns([
      { row: [span(label, 'dim')], width: 11 },
      { row: bytes(value), width: 8, align: 'right' },
      { row: [span(words, 'dim')], width: Math.max(0, width - 23) },
    ]),
  );
}

/** All of it in one row. */
export function memoryLine({ disk, weights, activations, host }: MemoryFigures): Row {
  const parts = [
    `on disk ${bytes(disk)}`,
    `weights ${bytes(weights)}`,
    `activations ${bytes(activations)}`,
    ...(Number.isFinite(host) ? [`host ${bytes(host)}`] : []),
  ];
  return [span(' memory  ', 'dim'), span(parts.join(', '))];
}
