import { z } from 'zod';
import { Sandbox } from '../../test/support/sandbox.js';
import type { Contestant, Figure } from '../figures.js';
import type { BenchOptions } from '../options.js';
import { type Peer, peerContestant } from '../peers.js';
import { succeeded } from './command.js';

/**
 * Seconds of training, and what MNIST's test images say of the result. Ours is one whole run of the
 * fast recipe through the host, whose end is its result; the peer's classic recipe is looked at after
 * each epoch, outside its clock.
 */
export function accuracy(options: BenchOptions, peers: readonly Peer[]): Contestant[] {
  return [
    { name: 'Digitscope native', measure: (round) => fastRun(options, round) },
    ...peers
      .filter(({ name }) => name === 'Keras')
      .map((peer) => peerContestant(peer, 'accuracy', options)),
  ];
}

/** Per cent of the test images. */
const target = 99.3;
const firstSeed = 41;

async function fastRun({ fastEpochs }: BenchOptions, round: number): Promise<Figure[]> {
  const sandbox = await Sandbox.open();
  try {
    const settings = ['--recipe', 'fast', '--epochs', `${fastEpochs}`];
    const seed = ['--seed', `${firstSeed + round}`];
    const args = ['train', '--data', 'mnist', '--engine', 'native', ...settings, ...seed];
    const trained = succeeded(await sandbox.run([...args, '--json']));
    const { model, seconds } = completed.parse(trained.json.at(-1));
    const tested = succeeded(
      await sandbox.run(['evaluate', 'mnist:test', '--model', model, '--json']),
    );
    const percent = evaluated.parse(tested.json.at(-1)).accuracy * 100;
    return figures(`Digitscope native, fast, ${fastEpochs} epochs`, seconds, percent);
  } finally {
    sandbox.close();
  }
}

const completed = z.object({
  type: z.literal('completed'),
  model: z.string(),
  seconds: z.number(),
});
const evaluated = z.object({ accuracy: z.number() });

function figures(subject: string, seconds: number, percent: number): Figure[] {
  const training: Figure = { subject, setting: 'training to that', unit: 's', value: seconds };
  return [
    { subject, setting: 'test accuracy', unit: '%', value: percent },
    training,
    ...(percent >= target ? [{ ...training, setting: `training to ${target} %` }] : []),
  ];
}
