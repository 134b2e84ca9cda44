// Writes test/independent/predictions.json, which both sides of the independent check read:
//   npm run build && node scripts/record-predictions.mjs
// 400 made answers, 200 of the shipped model to data/digits_jpeg, and a second model's answers to
// all of them. Then agree.py, beside the file, works the expected figures out.
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import '../test/support/typescript.mjs';

const { createRandom } = await import('../src/core/random.js');
const random = createRandom(2015);
const digits = Array.from({ length: 10 }, (_, digit) => digit);

const made = Array.from({ length: 400 }, () => {
  const label = random.below(10);
  return { label, probabilities: answerTo(label, 1 + 4 * random.uniform()) };
});
const files = digits.flatMap((digit) =>
  readdirSync(`data/digits_jpeg/${digit}`)
    .sort()
    .slice(0, 20)
    .map((file) => ({ label: digit, file: `data/digits_jpeg/${digit}/${file}` })),
);
const answers = execFileSync(
  process.execPath,
  ['dist/main.js', 'predict', '--json', '--model', 'mnist-fast', ...files.map(({ file }) => file)],
  { encoding: 'utf8', maxBuffer: 1 << 26 },
);
const real = answers
  .trim()
  .split('\n')
  .map((line, index) => ({
    label: files[index].label,
    probabilities: JSON.parse(line).probabilities,
  }));
const images = await Promise.all(files.map(({ file }) => sharp(file).greyscale().raw().toBuffer()));

const samples = [...made, ...real];
const other = samples.map(({ label, probabilities }) =>
  random.uniform() < 0.1 ? answerTo(label, 2) : doubted(probabilities),
);
const record = {
  labels: samples.map(({ label }) => label),
  probabilities: base64(samples.flatMap(({ probabilities }) => probabilities)),
  otherProbabilities: base64(other.flat()),
  parts: { made: [0, 400], real: [400, 600], all: [0, 600], few: [0, 12] },
  thresholds: [0, 0.25, 0.5, 0.8, 0.9, 0.99, 1],
  images: Buffer.concat(images).toString('base64'),
  asked: [0, 57, 123, 199],
  neighbours: 12,
  times: Array.from({ length: 137 }, () => 2 + 30 * random.uniform() ** 4),
};
writeFileSync('test/independent/predictions.json', `${JSON.stringify(record, null, 1)}\n`);

/** Ten probabilities, the higher the strength the surer of the label. */
function answerTo(label, strength) {
  const scores = digits.map((digit) => strength * (normal() + (digit === label ? 1.6 : 0)));
  return shares(scores);
}

/** The same answer with noise on it. */
function doubted(probabilities) {
  return shares(probabilities.map((probability) => Math.log(probability + 1e-9) + 0.6 * normal()));
}

function shares(scores) {
  const powers = scores.map((score) => Math.exp(score));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Box and Muller 1958. */
function normal() {
  const radius = Math.sqrt(-2 * Math.log(1 - random.uniform()));
  return radius * Math.cos(2 * Math.PI * random.uniform());
}

/** Little-endian float32, so that both sides read the very same numbers. */
function base64(values) {
  return Buffer.from(Float32Array.from(values).buffer).toString('base64');
}
