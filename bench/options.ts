import { parseArgs } from 'node:util';
import { exitCodes, Problem } from '../src/core/problem.js';
import { type What, whats } from './figures.js';

export interface BenchOptions {
  whats: readonly What[];
  /** Virtual environments of Python that have peers. */
  peers: readonly string[];
  rounds: number;
  /** Images of one pass of training. */
  images: number;
  /** Photos of a phone's size. */
  photos: number;
  /** At most this many epochs of the peer's classic recipe. */
  epochs: number;
  /** Epochs of our fast recipe: its learning rate's one cycle is as long. */
  fastEpochs: number;
  /** A folder of real pictures with a manifest (realworld). */
  data?: string;
  /** The model that reads them; the usual one where none is named. */
  model?: string;
  /** Where the results go. */
  json: string;
  /** Results to print instead of measuring. */
  show?: string;
}

const usage = `npm run bench [-- WHAT… --peers VENV… --rounds 3 --json FILE]
  WHAT            ${whats.join(', ')}; all where
                  none is named, but data, and realworld without --data
  --peers VENV    a Python environment with TensorFlow, PyTorch or OpenCV (for data); may
                  be given several times
  --rounds 3      everybody takes a turn in each round; medians are shown
  --images 4096   images of one pass of training
  --photos 2000   photos of a phone's size (data)
  --epochs 50     cap of the peer's classic recipe (accuracy)
  --fast-epochs 5 epochs of our fast recipe (accuracy)
  --data FOLDER   real pictures with a manifest.csv (realworld)
  --model NAME    what reads them; the usual model
  --json FILE     results; bench/results/latest.json
  --show FILE     prints the tables of earlier results`;

/** @throws Problem where an option is not one or is out of range */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parse(args);
  const unknown = positionals.find((word) => !isWhat(word));
  if (unknown !== undefined) throw wrong(`${unknown} cannot be measured`);
  const named = positionals.filter(isWhat);
  if (named.includes('realworld') && values.data === undefined) {
    throw wrong('realworld has no pictures: name their folder with --data');
  }
  return {
    whats: named.length > 0 ? whats.filter((what) => named.includes(what)) : usual(values.data),
    peers: values.peers,
    rounds: positive('rounds', values.rounds),
    images: positive('images', values.images),
    photos: positive('photos', values.photos),
    epochs: positive('epochs', values.epochs),
    fastEpochs: positive('fast-epochs', values['fast-epochs']),
    data: values.data,
    model: values.model,
    json: values.json,
    show: values.show,
  };
}

/** All but what is asked for by name: `data` writes some gigabytes, `realworld` needs pictures. */
function usual(data: string | undefined): What[] {
  return whats.filter((what) => what !== 'data' && (what !== 'realworld' || data !== undefined));
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        peers: { type: 'string', multiple: true, default: [] },
        rounds: { type: 'string', default: '3' },
        images: { type: 'string', default: '4096' },
        photos: { type: 'string', default: '2000' },
        epochs: { type: 'string', default: '50' },
        'fast-epochs': { type: 'string', default: '5' },
        data: { type: 'string' },
        model: { type: 'string' },
        json: { type: 'string', default: 'bench/results/latest.json' },
        show: { type: 'string' },
      },
    });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function isWhat(word: string): word is What {
  return (whats as readonly string[]).includes(word);
}

function positive(name: string, typed: string): number {
  const value = Number(typed);
  if (Number.isInteger(value) && value > 0) return value;
  throw wrong(`--${name} ${typed} is no whole number above 0`);
}

function wrong(what: string): Problem {
  return new Problem(what, { remedy: `use it so:\n${usage}`, exitCode: exitCodes.usage });
}
