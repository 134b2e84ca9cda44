import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

export const programRoot = fileURLToPath(new URL('../..', import.meta.url));
export const programFile = join(programRoot, 'dist', 'main.js');

export interface CommandResult {
  code: number | null;
  stdout: string;
  /** What was said for people. */
  stderr: string;
  /** Standard output, parsed line by line. */
  json: Record<string, unknown>[];
}

/** A workspace of its own, with a host of its own that leaves soon after. */
export class Sandbox {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'digitscope-')));
  readonly workspace = join(this.root, 'workspace');
  readonly env = {
    XDG_RUNTIME_DIR: join(this.root, 'runtime'),
    XDG_CONFIG_HOME: join(this.root, 'config'),
    XDG_DATA_HOME: join(this.root, 'data'),
    XDG_STATE_HOME: join(this.root, 'state'),
    DIGITSCOPE_DATA_CACHE: join(this.root, 'packed'),
    DIGITSCOPE_LINGER: '0.5',
  };

  static async open(): Promise<Sandbox> {
    const sandbox = new Sandbox();
    await mkdir(sandbox.workspace);
    await mkdir(sandbox.env.XDG_RUNTIME_DIR, { mode: 0o700 });
    return sandbox;
  }

  /** The process that serves the workspace; fails where none does. */
  get hostPid(): number {
    const folder = join(this.env.XDG_RUNTIME_DIR, 'digitscope');
    const lock = readdirSync(folder).find((name) => name.endsWith('.lock'));
    if (lock === undefined) throw new Error(`no host serves ${this.workspace}`);
    return Number(readFileSync(join(folder, lock), 'utf8'));
  }

  path(...parts: string[]): string {
    return join(this.workspace, ...parts);
  }

  /** Runs a command of the built program in the workspace. */
  async run(args: readonly string[], { input }: { input?: Buffer } = {}): Promise<CommandResult> {
    const child = this.start(args);
    child.stdin.end(input);
    const [stdout, stderr, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      new Promise<number | null>((resolve) => child.once('close', resolve)),
    ]);
    return { code, stdout, stderr, json: parseLines(stdout) };
  }

  start(args: readonly string[]) {
    return spawn(process.execPath, [programFile, ...args], {
      cwd: this.workspace,
      env: { ...process.env, ...this.env },
    });
  }

  /** Takes everything away, the host too: a run that goes on would write into a folder that is gone. */
  close(): void {
    this.#killHost();
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  #killHost(): void {
    try {
      process.kill(this.hostPid, 'SIGKILL');
    } catch {
      // There is none any more.
    }
  }
}

function parseLines(stdout: string): Record<string, unknown>[] {
  try {
    const lines = stdout.split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  } catch {
    return [];
  }
}

/** Writes a class folder dataset of drawn strokes, each digit leaning its own way. */
export async function drawDataset(
  root: string,
  { digits, perClass }: { digits: readonly number[]; perClass: number },
): Promise<void> {
  for (const digit of digits) {
    const folder = join(root, String(digit));
    await mkdir(folder, { recursive: true });
    for (let index = 0; index < perClass; index++) {
      const picture = await drawStroke(digit * 18 + (index % 5) - 2);
      await sharp(picture).toFile(join(folder, `${index}.png`));
    }
  }
}

/** A 28x28 picture with one light stroke at an angle in degrees. */
export async function drawStroke(angle: number): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="28" height="28">
    <rect width="28" height="28" fill="black"/>
    <rect x="12.5" y="5" width="3" height="18" fill="white" transform="rotate(${angle} 14 14)"/>
  </svg>`;
  return sharp(Buffer.from(svg)).greyscale().png().toBuffer();
}
