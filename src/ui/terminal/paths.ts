import { fileURLToPath } from 'node:url';

export interface PathOptions {
  /** The home folder that a leading `~/` stands for. */
  home?: string;
}

/**
 * The file paths in text that was pasted or dragged into a terminal. Terminals quote them, escape spaces with a
 * backslash, write file:// URLs, or put each on its own line; a single unquoted path with spaces is kept whole.
 */
export function parsePastedPaths(text: string, { home }: PathOptions = {}): string[] {
  return text
    .split(/[\r\n]+/)
    .flatMap((line) => pathsInLine(line.trim()))
    .map((path) => expand(path, home))
    .filter((path) => path !== '');
}

function pathsInLine(line: string): string[] {
  const words = splitWords(line);
  if (words.length < 2) return words;
  // "My Pictures/seven 2.png" from a clipboard: no sign of quoting, and the later words start no path.
  const isPlain = !/['"\\]/.test(line);
  return isPlain && !words.slice(1).every(startsPath) ? [line] : words;
}

function startsPath(word: string): boolean {
  return /^(\/|~\/|\.{1,2}\/|file:\/\/|[A-Za-z]:[\\/])/.test(word);
}

// A Windows path keeps its backslashes: there they part folders and escape nothing.
const windowsPath = /^["']?[A-Za-z]:\\/;

function splitWords(line: string): string[] {
  const words: string[] = [];
  let word = '';
  let quote = '';
  let started = false;
  const escapes = !windowsPath.test(line);
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index];
    if (character === '\\' && escapes && quote !== "'" && index + 1 < line.length) {
      index += 1;
      word += line[index];
      started = true;
    } else if (quote !== '' ? character === quote : opensQuote(line, index)) {
      quote = quote === '' ? character : '';
      started = true;
    } else if (quote === '' && /\s/.test(character)) {
      if (started) words.push(word);
      word = '';
      started = false;
    } else {
      word += character;
      started = true;
    }
  }
  if (started) words.push(word);
  return words;
}

/** A quote opens where a word starts, or right after another quote as in the shell's 'it'\\''s'; not in "don't.png". */
function opensQuote(line: string, index: number): boolean {
  const character = line[index];
  if (character !== '"' && character !== "'") return false;
  const before = line[index - 1] ?? ' ';
  return /[\s'"]/.test(before) && line.indexOf(character, index + 1) > index;
}

function expand(path: string, home: string | undefined): string {
  if (path.startsWith('file://')) return fromFileUrl(path);
  return home !== undefined && path.startsWith('~/') ? home + path.slice(1) : path;
}

function fromFileUrl(url: string): string {
  try {
    // Some terminals put the machine's name into the URL; the file is here all the same.
    return fileURLToPath(url.replace(/^file:\/\/[^/]*/, 'file://'));
  } catch {
    return url;
  }
}
