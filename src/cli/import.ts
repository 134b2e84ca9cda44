import { importRemarks, quickCheck } from '../core/import-check.js';
import { type PixelScale, readingWords } from '../core/pixel-reading.js';
import { exitCodes, Problem } from '../core/problem.js';
import { resolveUserPath } from '../files/user-path.js';
import type { ImportParams, ImportProgress } from '../host/protocol.js';
import { toHostSource } from '../host/source.js';
import { bytes, count } from '../ui/format.js';
import type { CommandContext } from './context.js';

/** The options as typed. */
export interface ImportOptions {
  name?: string;
  /** False with --no-inverted; undefined where neither was said. */
  inverted?: boolean;
  scale?: PixelScale;
  classes?: string;
  network?: string;
  /** A source; false with --no-check. */
  check?: string | false;
}

/** Brings in a model that another program wrote. */
export async function importModel(
  { workspace, engine, output, interrupted, connect }: CommandContext,
  file: string,
  options: ImportOptions,
): Promise<undefined> {
  const { name, inverted, scale, network, check } = options;
  const params: ImportParams = {
    file: resolveUserPath(file),
    name,
    network,
    classes: options.classes === undefined ? undefined : readClasses(options.classes),
    reading: {
      scale,
      polarity: inverted === undefined ? undefined : inverted ? 'dark-on-light' : 'light-on-dark',
    },
    check:
      check === false
        ? undefined
        : check === undefined
          ? quickCheck
          : { source: toHostSource(check, workspace) },
    engine,
  };
  const answer = await (await connect()).models.import(params, {
    signal: interrupted,
    onProgress: (progress) => output.progress(progressWords(progress)),
  });
  const { model, parameters, bytes: size, origin, notes, reading, check: checked } = answer;
  for (const note of notes) output.remark(note);
  if (checked) for (const remark of importRemarks(checked, reading)) output.remark(remark);
  else output.remark(`it was not tried; it is imported ${readingWords(reading)}`);
  output.result(
    {
      model,
      parameters,
      bytes: size,
      format: origin.format,
      by: origin.by,
      notes,
      reading,
      check: checked,
    },
    `${model}: ${count(parameters)} parameters, ${bytes(size)}, from ${origin.by}, saved as models/${model}`,
  );
}

function progressWords(progress: ImportProgress): string {
  switch (progress.phase) {
    case 'read':
      return 'reading the file';
    case 'load':
      return `loading samples, ${progress.done} of ${progress.total}`;
    case 'check':
      return `trying, ${progress.done} of ${progress.total}`;
    case 'save':
      return 'saving';
  }
}

function readClasses(typed: string): number[] {
  const classes = typed.split(',').map((part) => (/^\s*\d\s*$/.test(part) ? Number(part) : -1));
  const isOrder = classes.length === 10 && new Set(classes).size === 10 && !classes.includes(-1);
  if (isOrder) return classes;
  throw new Problem(`--classes ${typed} is no order of the ten digits`, {
    remedy: 'name the digit of each output: 1,2,3,4,5,6,7,8,9,0',
    exitCode: exitCodes.usage,
  });
}
