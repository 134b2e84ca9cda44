import { Problem } from '../core/problem.js';
import type { Engine, EngineKind } from './engine.js';

/**
 * Opens the engine that was asked for; where none was, the native one if it loads, else the
 * portable one. `DIGITSCOPE_ENGINE=portable` asks for everyone. What an engine brings into memory
 * is loaded with it, and only then.
 *
 * @throws Problem where the native engine was asked for and does not load
 */
export async function openEngine(choice?: EngineKind): Promise<Engine> {
  const wanted = choice ?? (process.env.DIGITSCOPE_ENGINE === 'portable' ? 'portable' : undefined);
  if (wanted === 'portable') return openPortable();
  if (wanted === 'native') return openNative();
  try {
    return await openNative();
  } catch (error) {
    if (error instanceof Problem) return openPortable();
    throw error;
  }
}

async function openNative(): Promise<Engine> {
  return (await import('./native/open-native.js')).openNative();
}

async function openPortable(): Promise<Engine> {
  return (await import('./portable/open-portable.js')).openPortable();
}
