import { z } from 'zod';

const units = ['images/s', 's', 'ms', 'MB', '%', 'KB/s', '% of a core', 'bytes/update'] as const;

/** One figure of one measurement, as a child process prints it: one JSON object a line. */
export const figureSchema = z.object({
  /** Who was measured: `Digitscope native`, `Keras predict()`. */
  subject: z.string(),
  /** What stands side by side with others: `batch 32`. */
  setting: z.string(),
  unit: z.enum(units),
  value: z.number(),
});
export type Figure = z.infer<typeof figureSchema>;
export type Unit = Figure['unit'];

export const whats = [
  'train',
  'infer',
  'accuracy',
  'memory',
  'start',
  'terminal',
  'viewers',
  'long-log',
  'data',
  'realworld',
] as const;
export type What = (typeof whats)[number];

export const measuredSchema = figureSchema.extend({
  what: z.enum(whats),
  /** From 1. */
  round: z.number().int(),
});
/** A figure with the measurement and the round that it is of. */
export type Measured = z.infer<typeof measuredSchema>;

/** Whoever is measured. In each round all of them take their turn, so a busy minute hits them alike. */
export interface Contestant {
  name: string;
  measure(round: number): Promise<Figure[]>;
}

/** @throws where a line is no figure: the child's own words say more than a default would */
export function parseFigures(stdout: string): Figure[] {
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => figureSchema.parse(JSON.parse(line)));
}
