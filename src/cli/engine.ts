import { type EngineStatus, engineStatus } from '../engine/status.js';
import type { CommandContext } from './context.js';

/** Says which engine there is. */
export async function showEngine({ output }: CommandContext): Promise<undefined> {
  const status = await engineStatus();
  output.result(status, describeEngine(status));
}

/** Makes the native engine work, or says why it cannot. */
export async function installNative({ output }: CommandContext): Promise<undefined> {
  const { installEngine } = await import('../engine/native/setup/install.js');
  const status = await installEngine({ report: (line) => output.remark(line), force: true });
  output.result(status, describeEngine(status));
}

export function describeEngine(status: EngineStatus): string[] {
  if (status.engine === 'native') {
    return [`native engine: TensorFlow ${status.tensorflow}, from ${status.source}`];
  }
  const why = status.reason ? `, since ${status.reason}` : '';
  return [`portable engine: ${status.tensorflow}${why}`, 'try `digitscope engine install`'];
}
