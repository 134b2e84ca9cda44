import type { CommandResult } from '../../test/support/sandbox.js';

/** @throws with what the command said where it failed */
export function succeeded(result: CommandResult): CommandResult {
  if (result.code === 0) return result;
  throw new Error(`digitscope ended with ${result.code}: ${result.stderr.trim()}`);
}
