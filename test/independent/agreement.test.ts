import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { calibrate } from '../../src/core/analysis/calibration.js';
import { compareAnswers } from '../../src/core/analysis/comparison.js';
import { coverageAt } from '../../src/core/analysis/coverage.js';
import { nearestSamples } from '../../src/core/analysis/neighbours.js';
import { spreadOf } from '../../src/core/analysis/spread.js';
import { evaluatePredictions } from '../../src/core/metrics.js';

/** How far our values and those of agree.py may lie apart. */
const tolerance = 1e-6;

const folder = fileURLToPath(new URL('.', import.meta.url));
const record = JSON.parse(readFileSync(join(folder, 'predictions.json'), 'utf8'));
const ours = ourValues();

it('agrees with what scikit-learn, scipy and numpy have worked out', () => {
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  expect(differences(expected, ours)).toEqual([]);
});

it('covers both tests of a difference, empty bins and digits without samples', () => {
  const { parts } = ours;
  expect(parts.all.comparison.mcNemar.method).toBe('chi-squared');
  expect(parts.real.comparison.mcNemar.method).toBe('exact');
  expect(parts.few.calibration.bins.some(({ count }) => count === 0)).toBe(true);
  expect(parts.few.evaluation.perClass.some(({ recall }) => Number.isNaN(recall))).toBe(true);
});

describe('a comparison to a tolerance', () => {
  it.each([
    [{ a: [1, null] }, { a: [1 + 1e-7, Number.NaN] }, []],
    [{ a: [1] }, { a: [1.00001] }, ['.a.0: 1 expected, 1.00001 found']],
    [{ a: null }, { a: 0 }, ['.a: null expected, 0 found']],
    [{ a: [1, 2] }, { a: [1] }, ['.a.1: 2 expected, undefined found']],
  ])('of %j', (expected, found, wanted) => {
    expect(differences(expected, found)).toEqual(wanted);
  });
});

const python = process.env.DIGITSCOPE_PYTHON ?? 'python3';
const hasLibraries = canImport('sklearn, scipy, numpy');
if (!hasLibraries) {
  console.warn(
    `SKIPPED: ${python} has no scikit-learn, so agree.py is not run anew; its head says how to get it`,
  );
}

it.skipIf(!hasLibraries)('agrees with agree.py, run anew', { timeout: 120_000 }, () => {
  const scratch = mkdtempSync(join(tmpdir(), 'digitscope-agree-'));
  try {
    const file = join(scratch, 'expected.json');
    execFileSync(python, ['-B', join(folder, 'agree.py'), file]);
    expect(differences(JSON.parse(readFileSync(file, 'utf8')), ours)).toEqual([]);
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

function ourValues() {
  const labels = Uint8Array.from(record.labels as number[]);
  const probabilities = floats(record.probabilities);
  const other = floats(record.otherProbabilities);
  const values = (start: number, end: number) => {
    const part = {
      labels: labels.subarray(start, end),
      probabilities: probabilities.subarray(start * 10, end * 10),
    };
    return {
      evaluation: evaluatePredictions(part.labels, part.probabilities),
      calibration: calibrate(part),
      coverage: (record.thresholds as number[]).map((threshold) => coverageAt(part, threshold)),
      comparison: compareAnswers(
        part.labels,
        part.probabilities,
        other.subarray(start * 10, end * 10),
      ),
    };
  };
  const images = new Uint8Array(Buffer.from(record.images, 'base64'));
  const neighbours = (record.asked as number[]).map((index) =>
    nearestSamples(images.subarray(index * 784, (index + 1) * 784), images, record.neighbours),
  );
  return {
    parts: Object.fromEntries(
      Object.entries<[number, number]>(record.parts).map(([name, range]) => [
        name,
        values(...range),
      ]),
    ),
    neighbours: {
      distances: neighbours.map((found) => found.map(({ distance }) => distance)),
      indices: neighbours.map((found) => found.map(({ index }) => index)),
    },
    spread: spreadOf(record.times),
  };
}

/** Where values are not those expected; what is expected names what is looked at, and null stands for NaN. */
function differences(expected: unknown, found: unknown, path = ''): string[] {
  if (typeof expected === 'object' && expected !== null) {
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(value, (found as Record<string, unknown> | undefined)?.[key], `${path}.${key}`),
    );
  }
  const agrees =
    typeof expected === 'number'
      ? typeof found === 'number' && Math.abs(expected - found) <= tolerance
      : expected === (Number.isNaN(found) ? null : found);
  return agrees ? [] : [`${path}: ${expected} expected, ${found} found`];
}

function floats(base64: string): Float32Array {
  return new Float32Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer);
}

function canImport(modules: string): boolean {
  try {
    execFileSync(python, ['-c', `import ${modules}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
