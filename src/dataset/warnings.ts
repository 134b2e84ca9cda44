import { countPerClass, type Dataset, imageSide } from './dataset.js';

/** What was found out about samples, in whole numbers of them. */
export interface Findings {
  /** Pictures that are there under more than one label. */
  acrossClasses: number;
  /** Held-back samples of the same pixels as one that is trained on, of so many that are held back. */
  sharedBySplit: number;
  heldBack: number;
  /** Held-out samples of the same pixels as one that is learnt from. */
  sharedByTest: number;
}

type Described = Pick<Dataset, 'format' | 'labels' | 'skipped' | 'size' | 'forms' | 'remarks'>;

/** What a person should know before training on samples, a sentence each, the gravest first. */
export function datasetWarnings(samples: Described, findings: Findings): string[] {
  const { skipped, labels, remarks } = samples;
  const counts = countPerClass(labels);
  return [
    ...labelWarnings(findings),
    ...countWarnings(counts),
    ...copyWarnings(findings),
    ...pictureWarnings(samples),
    ...skippedWarnings(skipped),
    ...remarks,
  ];
}

/** Below this a digit is hardly learnt. */
const fewest = 20;
/** From this on the most frequent digit is learnt at the cost of the rarest. */
const unequal = 3;
/** From this share on copies make a score better than it is. */
const notable = 0.01;

function labelWarnings({ acrossClasses }: Findings): string[] {
  if (acrossClasses === 0) return [];
  const [pictures, them] =
    acrossClasses === 1 ? ['1 picture is', 'it'] : [`${acrossClasses} pictures are`, 'them'];
  return [`${pictures} there under two labels, one of which is wrong: look at ${them}`];
}

function countWarnings(counts: readonly number[]): string[] {
  const digits = counts.map((_, digit) => digit);
  const missing = digits.filter((digit) => counts[digit] === 0);
  const scarce = digits.filter((digit) => counts[digit] > 0 && counts[digit] < fewest);
  const warnings: string[] = [];
  if (missing.length > 0) {
    const them = missing.length === 1 ? 'it' : 'them';
    warnings.push(`no samples of ${inWords(missing)}: the model cannot learn ${them}; add some`);
  }
  if (scarce.length > 0) {
    warnings.push(
      `fewer than ${fewest} samples of ${inWords(scarce)}: add more, or expect poor answers there`,
    );
  }
  return [...warnings, ...imbalanceWarnings(counts)];
}

function imbalanceWarnings(counts: readonly number[]): string[] {
  const present = counts.filter((count) => count > 0);
  const most = Math.max(...present);
  const least = Math.min(...present);
  const times = Math.floor(most / least);
  if (present.length < 2 || times < unequal) return [];
  const [frequent, rare] = [counts.indexOf(most), counts.indexOf(least)];
  return [
    `${times} times as many samples of ${frequent} as of ${rare}: balance them by class weights, or set a limit per class`,
  ];
}

function copyWarnings({ sharedBySplit, heldBack, sharedByTest }: Findings): string[] {
  const warnings: string[] = [];
  if (sharedBySplit > heldBack * notable) {
    warnings.push(
      `${sharedBySplit} of ${heldBack} held-back samples have a copy that is trained on: the validation will look better than it is`,
    );
  }
  if (sharedByTest > 0) {
    const samples =
      sharedByTest === 1 ? '1 held-out sample is' : `${sharedByTest} held-out samples are`;
    warnings.push(`${samples} trained on too: the test will look better than it is`);
  }
  return warnings;
}

function pictureWarnings({ format, size, forms }: Described): string[] {
  const { straight, normalised, darkOnLight } = forms;
  const warnings: string[] = [];
  // Photos of paper are dark on light, and nobody need be told; what is no folder has a remark of its own.
  if (format === 'folders' && darkOnLight > 0 && normalised === 0) {
    warnings.push(
      `${darkOnLight} of ${straight} pictures look inverted, dark on light: they were turned`,
    );
  }
  if (size && (size.width !== imageSide || size.height !== imageSide)) {
    warnings.push(
      `all pictures are ${size.width}x${size.height}, as from one source: others may be read less well than the validation says`,
    );
  }
  return warnings;
}

function skippedWarnings(skipped: Dataset['skipped']): string[] {
  if (skipped.length === 0) return [];
  const files = skipped.length === 1 ? '1 file was' : `${skipped.length} files were`;
  return [`${files} left out; the first: ${skipped[0].reason}`];
}

/** `3`, `3 and 7`, `3, 7 and 9` */
function inWords(digits: readonly number[]): string {
  if (digits.length === 1) return String(digits[0]);
  return `${digits.slice(0, -1).join(', ')} and ${digits[digits.length - 1]}`;
}
