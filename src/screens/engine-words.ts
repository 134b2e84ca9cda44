import type { EngineStatus } from '../engine/status.js';

/** Which engine there is, and where it is not native, why and what can be done. */
export function engineWords(status: EngineStatus | undefined): { engine: string; remedy?: string } {
  if (!status) return { engine: 'looking' };
  const { engine, tensorflow, source, node, reason } = status;
  if (engine === 'native') {
    return { engine: `native, TensorFlow ${tensorflow} from ${source}, Node ${node}` };
  }
  // Home cuts the line at its end: what can be done comes first.
  const why = reason ? `; not native, since ${reason}` : '';
  return {
    engine: `portable, ${tensorflow}, Node ${node}`,
    remedy: `\`digitscope engine install\` tries again${why}`,
  };
}
