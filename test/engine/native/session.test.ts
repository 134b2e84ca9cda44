import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem } from '../../../src/core/problem.js';
import { fetched } from '../../../src/engine/native/graph/arithmetic.js';
import { Graph } from '../../../src/engine/native/graph/graph.js';
import { float32, placeholder, read, variable } from '../../../src/engine/native/graph/sources.js';
import { Session } from '../../../src/engine/native/session.js';
import { describeNative } from './native.js';

await describeNative('a session', ({ binding }) => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'digitscope-test-'));
    vi.stubEnv('TMPDIR', folder);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  test('leaves no folder behind', () => {
    const graph = new Graph();
    fetched('one', float32(graph, 1), []);
    const session = new Session(binding, graph);
    expect(session.run([], ['one'])).toEqual([Float32Array.of(1)]);
    session.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('leaves none where TensorFlow does not know an op, and says so as a problem', () => {
    const graph = new Graph();
    graph.add({ op: 'NoSuchOp' });
    expect(() => new Session(binding, graph)).toThrow(Problem);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('says a run that fails as a problem, and frees what it was fed', () => {
    const graph = new Graph();
    placeholder(graph, 'fed', 'float32', [1]);
    read(variable(graph, 'empty', [1]), 'empty');
    const session = new Session(binding, graph);
    const before = binding.getNumOfTensors();
    const feed = { name: 'fed', type: 'float32', shape: [1], values: Float32Array.of(1) } as const;
    expect(() => session.run([feed], ['empty'])).toThrow(Problem);
    expect(binding.getNumOfTensors()).toBe(before);
    session.close();
  });

  test('does not run once closed', () => {
    const session = new Session(binding, new Graph());
    session.close();
    session.close();
    expect(() => session.run([], ['one'])).toThrow('closed');
  });
});
