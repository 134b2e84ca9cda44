import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../../core/problem.js';
import type { Binding, TensorValues } from './binding.js';
import { type DataType, dataTypes, type Graph } from './graph/graph.js';
import { servingTag, toSavedModel } from './graph/saved-model.js';

/** Rises when what our graphs mean changes; part of the name of their temporary folders. */
const graphVersion = 1;

/** What a placeholder is given: values row by row, in their shape. */
export interface Feed {
  name: string;
  type: DataType;
  shape: readonly number[];
  values: TensorValues;
}

/**
 * A graph in a TensorFlow session, with variables of its own.
 * A run holds the thread until it is done: let the event loop turn between two of them.
 */
export class Session {
  readonly #binding: Binding;
  #id: number | undefined;

  /** @throws Problem where the graph cannot be put into a session */
  constructor(binding: Binding, graph: Graph) {
    this.#binding = binding;
    this.#id = loadGraph(binding, toSavedModel(graph));
  }

  /**
   * @param feeds none of them is kept or changed
   * @param fetches names of nodes
   * @returns the first output of each node fetched
   * @throws Problem where TensorFlow fails
   */
  run(feeds: readonly Feed[], fetches: readonly string[]): TensorValues[] {
    if (this.#id === undefined) throw new Error('the session is closed');
    const binding = this.#binding;
    const tensors: number[] = [];
    try {
      for (const { shape, type, values } of feeds) {
        tensors.push(binding.createTensor(shape, dataTypes[type], values));
      }
      const outputs = binding
        .runSavedModel(this.#id, [...tensors], names(feeds.map(({ name }) => name)), names(fetches))
        .map(({ id }) => id);
      tensors.push(...outputs);
      return outputs.map((output) => binding.tensorDataSync(output));
    } catch (cause) {
      throw runProblem(cause);
    } finally {
      for (const tensor of tensors) binding.deleteTensor(tensor);
    }
  }

  /** Frees the variables. Closing twice is no error. */
  close(): void {
    if (this.#id !== undefined) this.#binding.deleteSavedModel(this.#id);
    this.#id = undefined;
  }
}

/** TensorFlow takes a graph from a folder only; it is gone once the graph is in. */
function loadGraph(binding: Binding, savedModel: Uint8Array): number {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), `digitscope-graph-v${graphVersion}-`));
    writeFileSync(join(folder, 'saved_model.pb'), savedModel);
    return binding.loadSavedModel(folder, servingTag);
  } catch (cause) {
    throw new Problem('TensorFlow does not take the graph of the network', {
      remedy: `see that ${tmpdir()} has room and can be written, or use the portable engine`,
      cause,
    });
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function names(nodes: readonly string[]): string {
  return nodes.map((node) => `${node}:0`).join(',');
}

function runProblem(cause: unknown): Problem {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (/OOM|out of memory|RESOURCE_EXHAUSTED/i.test(said)) {
    return new Problem('TensorFlow ran out of memory', {
      remedy: 'use a smaller batch size',
      cause,
    });
  }
  return new Problem(`TensorFlow failed: ${said.split('\n')[0]}`, {
    remedy: 'try the portable engine',
    cause,
  });
}
