import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { z } from 'zod';
import { exitCodes, Problem } from '../../../src/core/problem.js';
import { loadDataset } from '../../../src/dataset/load-dataset.js';
import { Sandbox } from '../../../test/support/sandbox.js';
import type { Contestant, Figure } from '../../figures.js';
import type { BenchOptions } from '../../options.js';
import { median } from '../../summary.js';
import { succeeded } from '../command.js';
import { type BenchPicture, readManifest } from './manifest.js';
import { numberRates } from './number-rates.js';
import { type ReadBenchPicture, type RealWorldScores, scoreRealWorld } from './score.js';

/**
 * Real pictures read by the program as a person would have it: what it answers, whether it holds back
 * what is no digit, how long it takes. What cannot be put into figures goes to standard error.
 */
export function realWorld({ data, model }: BenchOptions): Contestant[] {
  return [
    {
      name: subject,
      measure: async (round) => {
        if (data === undefined) {
          throw new Problem('realworld has no pictures', { remedy: 'name a folder with --data' });
        }
        return inSandbox(model, async (program) => {
          const pictures = await readManifest(data);
          const scores = scoreRealWorld(await readAll(program, pictures));
          if (round === 1) tellDetails(scores);
          return [
            ...figuresOf(scores),
            ...(await numberFigures(program, pictures)),
            ...(await mnistFigures(program)),
            ...(await times(program)),
          ];
        });
      },
    },
  ];
}

const subject = 'Digitscope native';
/** Files named on one command line. */
const atOnce = 400;

/** The program with a model, in a workspace of its own. */
interface Program {
  sandbox: Sandbox;
  /** Options of every command. */
  options: readonly string[];
}

/** Once the sandbox is closed its folder is gone, and the host leaves. */
async function inSandbox<Result>(
  model: string | undefined,
  work: (program: Program) => Promise<Result>,
): Promise<Result> {
  const sandbox = await Sandbox.open();
  sandbox.env.DIGITSCOPE_LINGER = '60';
  const chosen = model === undefined ? [] : ['--model', model];
  try {
    return await work({ sandbox, options: [...chosen, '--engine', 'native', '--json'] });
  } finally {
    sandbox.close();
  }
}

const answerSchema = z.object({
  file: z.string(),
  digit: z.number(),
  confidence: z.number(),
  probabilities: z.array(z.number()).length(10),
  notADigit: z.number(),
  rejected: z.boolean(),
  milliseconds: z.number(),
});
type Answer = z.infer<typeof answerSchema>;

/** Pictures of one digit, or of what is none. */
async function readAll(
  program: Program,
  pictures: readonly BenchPicture[],
): Promise<ReadBenchPicture[]> {
  const single = pictures.filter(({ source }) => source !== numbers);
  const answers = new Map<string, Answer>();
  for (let from = 0; from < single.length; from += atOnce) {
    const files = single.slice(from, from + atOnce).map(({ file }) => file);
    for (const answer of await predict(program, files)) answers.set(answer.file, answer);
  }
  return single.map((picture) => ({ ...picture, answer: answers.get(picture.file) }));
}

/** @returns the answers to what could be read */
async function predict({ sandbox, options }: Program, paths: readonly string[]): Promise<Answer[]> {
  const result = await sandbox.run(['predict', ...paths, ...options]);
  const read = result.code === exitCodes.someUnreadable ? result : succeeded(result);
  return read.json.filter((line) => 'digit' in line).map((line) => answerSchema.parse(line));
}

function figuresOf(scores: RealWorldScores): Figure[] {
  return [
    ...scores.sources.map(({ source, count, accuracy }) =>
      percent(`${source} (${count})`, accuracy),
    ),
    ...scores.means.map(({ words, accuracy }) => percent(`mean: ${words}`, accuracy)),
    percent('no digit against digits, area under ROC', scores.areaUnderRoc),
    percent('expected calibration error over the digits', scores.calibrationError),
    percent('digits kept at the threshold', scores.coverage),
    percent('right of those kept', scores.accuracyOfKept),
    percent('no digits held back at the threshold', scores.heldBack),
  ];
}

const numberSchema = z.object({ file: z.string(), number: z.string() });

async function numberFigures(
  { sandbox, options }: Program,
  pictures: readonly BenchPicture[],
): Promise<Figure[]> {
  const several = pictures.filter(({ source }) => source === numbers);
  if (several.length === 0) return [];
  const files = several.map(({ file }) => file);
  const { json } = await sandbox.run(['predict', ...files, '--number', ...options]);
  const read = new Map(
    json.flatMap((line) => {
      const answer = numberSchema.safeParse(line);
      return answer.success ? [[answer.data.file, answer.data.number] as const] : [];
    }),
  );
  const { whole, digits } = numberRates(
    several.map(({ label, file }) => ({ label, number: read.get(file) })),
  );
  return [
    percent(`${numbers} (${several.length}), whole number`, whole),
    percent(`${numbers} (${several.length}), digits`, digits),
  ];
}

/** MNIST's test images as PNG files, against the network alone. */
async function mnistFigures(program: Program): Promise<Figure[]> {
  const { sandbox, options } = program;
  const { images, labels } = await loadDataset('mnist:test');
  const folder = sandbox.path('mnist');
  const files = Array.from(labels, (_, index) => join(folder, `${index}.png`));
  await mkdir(folder);
  for (const [index, file] of files.entries()) {
    const pixels = images.subarray(index * 784, (index + 1) * 784);
    await sharp(pixels, { raw: { width: 28, height: 28, channels: 1 } })
      .toColourspace('b-w')
      .png({ compressionLevel: 1 })
      .toFile(file);
  }
  const answers = new Map((await predict(program, [folder])).map((each) => [each.file, each]));
  const right = files.filter((file, index) => answers.get(file)?.digit === labels[index]).length;
  const evaluated = succeeded(await sandbox.run(['evaluate', 'mnist:test', ...options]));
  const { accuracy } = z.object({ accuracy: z.number() }).parse(evaluated.json.at(-1));
  return [
    percent('MNIST test, the network alone', accuracy),
    percent('MNIST test, as pictures', right / labels.length),
  ];
}

const timed = [
  { words: '300 px JPEG', width: 300, height: 300, times: 20 },
  { words: '12-megapixel JPEG', width: 4000, height: 3000, times: 7 },
];

/** From the file to the answer in the host, on a drawn photo; the first readings do not count. */
async function times(program: Program): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { words, width, height, times } of timed) {
    const file = program.sandbox.path(`${width}.jpg`);
    await sharp(drawnPhoto(width, height)).jpeg({ quality: 90 }).toFile(file);
    const taken: number[] = [];
    for (let time = 0; time < times; time++) {
      const [{ milliseconds }] = await predict(program, [file]);
      if (time > 1) taken.push(milliseconds);
    }
    figures.push({ subject, setting: `${words} to answer`, unit: 'ms', value: median(taken) });
  }
  return figures;
}

/** A 5 of ink on paper with a shadow. */
function drawnPhoto(width: number, height: number): Buffer {
  const [x, y, size] = [width / 2, height / 2, Math.min(width, height) / 4];
  const path = `M${x + size} ${y - size} h${-1.6 * size} v${0.8 * size} c${size} ${-0.5 * size} ${2 * size} ${1.6 * size} ${-0.1 * size} ${1.2 * size}`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="shade"><stop offset="0" stop-color="#8f8d88"/><stop offset="1" stop-color="#e6e4df"/></linearGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#shade)"/>
    <path d="${path}" fill="none" stroke="#24304f" stroke-width="${size / 6}"/></svg>`,
  );
}

const numbers = 'multi-digit';

function tellDetails({ confusions, worst }: RealWorldScores): void {
  const lines = [
    'misread, by source:',
    ...confusions.map((line) => `  ${line}`),
    'the worst, by how certain the answer was:',
    ...worst.map(
      ({ file, label, digit, confidence }) =>
        `  ${label} as ${digit}, ${(confidence * 100).toFixed(1)} %: ${file}`,
    ),
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
}

function percent(setting: string, share: number): Figure {
  return { subject, setting, unit: '%', value: share * 100 };
}
