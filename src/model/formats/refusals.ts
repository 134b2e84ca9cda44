import { Problem } from '../../core/problem.js';

/** A layer, or something that it asks for, which our networks do not have. */
export function unsupported(
  { name, className }: { name: string; className: string },
  why: string,
  remedy = 'import a network of convolutions, pools, batch normalisation and dense layers',
): Problem {
  const message = `layer ${name} (${className}) is not supported, ${why}`;
  return new Problem(printable(message), { remedy });
}

/** A network that is read layer by layer, but is not one of ours as a whole. */
export function unfit(file: string, why: string): Problem {
  return new Problem(printable(`${file} holds no network that can read digits, ${why}`), {
    remedy: 'import a chain of layers that makes ten values of one grey image',
  });
}

/** A file that is not what it says it is, or not all of it. */
export function damaged(file: string, what: string, cause?: unknown): Problem {
  return new Problem(printable(`${file} ${what}`), {
    remedy: 'copy it again, or save the model again where it was made',
    cause,
  });
}

/** Words that are in part a file's own: one line, and nothing that a terminal would obey. */
export function printable(text: string): string {
  const line = text.replace(/\p{C}+/gu, ' ');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

const longest = 300;
