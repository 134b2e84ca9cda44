import { spawn } from 'node:child_process';

interface ToolOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** After this many seconds the tool is ended and counts as failed. */
  limit: number;
}

/** A tool that set-up called and that did not do its work. */
export class ToolFailure extends Error {
  override name = 'ToolFailure';
}

/**
 * Runs a program without a shell and without input.
 *
 * @returns what it wrote, standard output and standard error together
 * @throws ToolFailure with one line out of that
 */
export function runTool(
  command: string,
  args: readonly string[],
  { cwd, env, limit }: ToolOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    // Not spawn's own timeout: that one keeps us alive where the tool is missing.
    const end = setTimeout(() => child.kill(), limit * 1000);
    let output = '';
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-keptCharacters);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', () => {
      clearTimeout(end);
      reject(new ToolFailure(`there is no ${command}`));
    });
    child.on('close', (code, signal) => {
      clearTimeout(end);
      if (code === 0) resolve(output);
      else if (signal) reject(new ToolFailure(`${command} took longer than ${limit} s`));
      else reject(new ToolFailure(`${command}: ${telling(output) ?? `exit code ${code}`}`));
    });
  });
}

const keptCharacters = 64 * 1024;

/** The line of a tool's output that most likely says what went wrong. */
export function telling(output: string): string | undefined {
  const lines = output
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const line = lines.findLast((candidate) => /error/i.test(candidate)) ?? lines.at(-1);
  return line === undefined || line.length <= 160 ? line : `${line.slice(0, 159)}…`;
}
