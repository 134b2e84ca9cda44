import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unzip } from '../../../src/engine/native/setup/zip.js';

const files = { 'a/long.txt': 'seven '.repeat(5000), 'a/short.txt': '7', 'b/empty.txt': '' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'digitscope-zip-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('unzip', () => {
  it.each(['deflated', 'stored'] as const)(
    'writes what it is asked for of a %s zip',
    async (packing) => {
      const zip = join(folder, 'test.zip');
      writeFileSync(zip, zipOf(files, packing));
      const written = await unzip(zip, (name) =>
        name === 'a/short.txt' ? undefined : join(folder, 'out', name),
      );
      expect(written).toBe(2);
      expect(readFileSync(join(folder, 'out/a/long.txt'), 'utf8')).toBe(files['a/long.txt']);
      expect(readFileSync(join(folder, 'out/b/empty.txt'), 'utf8')).toBe('');
    },
  );

  it.each([
    ['text', Buffer.from('this is not a zip file')],
    ['an empty file', Buffer.alloc(0)],
    ['a zip that was cut short', zipOf(files, 'deflated').subarray(0, 100)],
  ])('refuses %s', async (_name, content) => {
    const zip = join(folder, 'test.zip');
    writeFileSync(zip, content);
    await expect(unzip(zip, (name) => join(folder, 'out', name))).rejects.toThrow('not a zip file');
  });

  it('refuses a file whose packed bytes are damaged', async () => {
    const zip = join(folder, 'test.zip');
    const content = zipOf(files, 'deflated');
    content.fill(0xff, 40, 60);
    writeFileSync(zip, content);
    await expect(unzip(zip, (name) => join(folder, 'out', name))).rejects.toThrow();
  });
});

/** A zip as a wheel is one; the checksums, which we do not read, are 0. */
function zipOf(content: Record<string, string>, packing: 'deflated' | 'stored'): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(content)) {
    const packed = packing === 'deflated' && text ? deflateRawSync(text) : Buffer.from(text);
    const method = packing === 'deflated' && text ? 8 : 0;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(text.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, rest, Buffer.from(name)]),
    );
    bodies.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}
