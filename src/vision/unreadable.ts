import { basename } from 'node:path';
import { Problem } from '../core/problem.js';

/** Every reason why a picture is not read, each with its remedy. */

/** The name of a file without a line break in it: that would break the one line of a message. */
export function nameForWords(file: string): string {
  return basename(file).replace(/\p{Cc}/gu, '?');
}

export function emptyFile(name: string): Problem {
  return new Problem(`${name} is empty (0 bytes)`, { remedy: 'copy it again or leave it out' });
}

export function blankPicture(name: string): Problem {
  return new Problem(`${name} is blank`, { remedy: 'leave it out or write on it' });
}

export function notAFile(name: string, kind: 'folder' | 'device'): Problem {
  return new Problem(`${name} is a ${kind}, not a picture`, { remedy: 'name a picture file' });
}

export function tooLarge(name: string, bytes: number, limit: number): Problem {
  const megabytes = (value: number) => Math.round(value / 2 ** 20);
  return new Problem(
    `${name} has ${megabytes(bytes)} MB, over the limit of ${megabytes(limit)} MB`,
    { remedy: 'make it smaller first' },
  );
}

export function tooManyPixels(
  name: string,
  { width, height }: { width: number; height: number },
  megapixels: number,
): Problem {
  return new Problem(`${name} is ${width}x${height}, over the limit of ${megapixels} megapixels`, {
    remedy: 'make it smaller first',
  });
}

export function unsupportedHeic(name: string): Problem {
  return new Problem(`${name} is a HEIC photo, which cannot be decoded here`, {
    remedy: 'save it as JPEG or PNG (iPhone: Settings, Camera, Formats, Most Compatible)',
  });
}

export function unsupportedBmp(name: string): Problem {
  return new Problem(`${name} is a BMP of a kind that is not read here`, {
    remedy: 'save it without compression in 1, 4, 8, 24 or 32 bits, or as PNG',
  });
}

export function notAPicture(name: string, bytes: Buffer, cause: unknown): Problem {
  const start = isText(bytes.subarray(0, 64)) ? 'text' : 'of no known picture format';
  return new Problem(`${name} is not a picture (its first bytes are ${start})`, {
    remedy: 'use a JPEG, PNG, WebP, GIF, TIFF or BMP file',
    cause,
  });
}

export function damaged(name: string, cause: unknown): Problem {
  return new Problem(`${name} is truncated or damaged`, { remedy: 'copy it again', cause });
}

/** Why a file cannot be opened, by the system's error code. */
export function unopenable(name: string, cause: unknown): Problem {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new Problem(`${name} is not there`, { remedy: 'check the path', cause });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new Problem(`${name} may not be read`, {
      remedy: 'give yourself permission to read it (chmod u+r)',
      cause,
    });
  }
  if (code === 'EBUSY' || code === 'EAGAIN' || code === 'ETXTBSY') {
    return new Problem(`${name} is held by another program`, {
      remedy: 'close it there, then try again',
      cause,
    });
  }
  if (code === 'ELOOP') {
    return new Problem(`${name} is a link that leads back to itself`, {
      remedy: 'remove the link',
      cause,
    });
  }
  return new Problem(`${name} cannot be opened (${code || String(cause)})`, {
    remedy: 'check that its disk is there, then try again',
    cause,
  });
}

function isText(bytes: Buffer): boolean {
  return !/[\p{Cc}\ufffd]/u.test(bytes.toString('utf8').replace(/[\t\r\n]|\ufffd+$/g, ''));
}
