import * as z from 'zod';

/** What a run learns from besides its source, and what of it. */
export const dataOptionsSchema = z.object({
  /** Sources whose samples are added to those of the first. */
  extra: z.array(z.string()).min(1).optional(),
  /** Samples of each digit at most, drawn by the seed of the run. */
  limitPerClass: z.number().int().min(2).optional(),
  /** Labelled samples that the finished model is scored on; none of them is learnt from. */
  test: z.string().optional(),
});
export type DataOptions = z.infer<typeof dataOptionsSchema>;

/** `mnist + data/mine, 500 of each digit at most`: what is learnt from. */
export function dataWords(source: string, { extra = [], limitPerClass }: DataOptions = {}): string {
  const sources = [source, ...extra].join(' + ');
  return limitPerClass === undefined
    ? sources
    : `${sources}, ${limitPerClass} of each digit at most`;
}
