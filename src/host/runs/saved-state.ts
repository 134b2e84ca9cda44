import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { Problem } from '../../core/problem.js';
import { writeFileWhole } from '../../files/write-whole.js';
import type { Network } from '../../model/network.js';
import { tensorsOf, weightsIn } from '../../model/safetensors.js';
import {
  decodeTensorFile,
  encodeTensorFile,
  type Tensor,
  type TensorFile,
} from '../../model/tensor-file.js';
import type { Weights } from '../../model/weights.js';
import { type SavedTraining, trainingPositionSchema } from '../../training/saved-training.js';

/** What a run goes on from, with the fingerprint of the samples that it has seen. */
export interface SavedState {
  saved: SavedTraining;
  data: string;
}

/** The state of a run, one file in its `checkpoints`: it is whole, or the one before. */
export class StateFile {
  readonly #file: string;
  readonly #network: Network;

  /** @param run the folder of the run */
  constructor(run: string, network: Network) {
    this.#file = fileOf(run);
    this.#network = network;
  }

  async write({ saved, data }: SavedState): Promise<void> {
    const { position, weights, optimiser, best, mean } = saved;
    const part = (name: string, values?: Weights) =>
      values ? prefixed(name, tensorsOf(this.#network, values)) : [];
    const tensors = new Map([
      ...part('weights', weights),
      ...part('best', best),
      ...part('mean', mean),
      ...prefixed('moments', flat(optimiser.moments)),
    ]);
    const metadata = {
      position: JSON.stringify(position),
      optimiserSteps: String(optimiser.steps),
      data,
    };
    await writeFileWhole(this.#file, encodeTensorFile({ tensors, metadata }));
  }

  /** @throws Problem where nothing was saved, or it is damaged */
  async read(): Promise<SavedState> {
    const bytes = await readFile(this.#file).catch((cause) => {
      throw new Problem('nothing is kept of this run that it could go on from', {
        remedy: 'train another like it',
        cause,
      });
    });
    const file = decodeTensorFile(bytes, this.#file);
    const { position, optimiserSteps, data } = this.#words(file);
    const part = (name: string) => unprefixed(name, file.tensors);
    const weights = (tensors: ReadonlyMap<string, Tensor>) =>
      weightsIn(this.#network, tensors, this.#file);
    const [best, mean] = [part('best'), part('mean')];
    return {
      data,
      saved: {
        position,
        weights: weights(part('weights')),
        optimiser: { steps: optimiserSteps, moments: valuesOf(part('moments')) },
        best: best.size > 0 ? weights(best) : undefined,
        mean: mean.size > 0 ? weights(mean) : undefined,
      },
    };
  }

  /** A run that is complete has nothing to go on from. */
  static async removeFrom(run: string): Promise<void> {
    await rm(fileOf(run), { force: true });
  }

  #words({ metadata }: TensorFile): z.infer<typeof wordsSchema> {
    const parsed = wordsSchema.safeParse(metadata);
    if (parsed.success) return parsed.data;
    throw new Problem(`${this.#file} does not say where its run was`, {
      remedy: 'train another like it',
      cause: parsed.error,
    });
  }
}

function fileOf(run: string): string {
  return join(run, 'checkpoints', 'state.safetensors');
}

const wordsSchema = z.object({
  position: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(trainingPositionSchema),
  optimiserSteps: z.string().transform(Number).pipe(z.number().int().nonnegative()),
  data: z.string(),
});

function prefixed(prefix: string, tensors: ReadonlyMap<string, Tensor>): [string, Tensor][] {
  return [...tensors].map(([name, tensor]) => [`${prefix}/${name}`, tensor]);
}

function unprefixed(
  prefix: string,
  tensors: ReadonlyMap<string, Tensor>,
): ReadonlyMap<string, Tensor> {
  const start = `${prefix}/`;
  return new Map(
    [...tensors].flatMap(([name, tensor]) =>
      name.startsWith(start) ? [[name.slice(start.length), tensor]] : [],
    ),
  );
}

function flat(values: Weights): Map<string, Tensor> {
  return new Map([...values].map(([name, each]) => [name, { shape: [each.length], values: each }]));
}

function valuesOf(tensors: ReadonlyMap<string, Tensor>): Weights {
  return new Map([...tensors].map(([name, { values }]) => [name, values]));
}
