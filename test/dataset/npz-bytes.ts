import { deflateRawSync } from 'node:zlib';

/** An array of NumPy, and how it is packed. */
export interface NpyArray {
  /** Such as `|u1` or `<f4`. */
  type: string;
  shape: readonly number[];
  bytes: Uint8Array;
}

function npyBytes({ type, shape, bytes }: NpyArray): Buffer {
  const axes = shape.map((length) => `${length},`).join(' ');
  const words = `{'descr': '${type}', 'fortran_order': False, 'shape': (${axes}), }`;
  const padded = `${words.padEnd(117)}\n`;
  const start = Buffer.from('\x93NUMPY\x01\x00\x00\x00', 'latin1');
  start.writeUInt16LE(padded.length, 8);
  return Buffer.concat([start, Buffer.from(padded, 'latin1'), bytes]);
}

/** An NPZ file: a zip of arrays, deflated. */
export function npzBytes(arrays: Readonly<Record<string, NpyArray>>): Buffer {
  return zipBytes(
    Object.fromEntries(
      Object.entries(arrays).map(([name, array]) => [`${name}.npy`, npyBytes(array)]),
    ),
  );
}

/** @param says the size that the directory gives for each file; its own where it is left out */
export function zipBytes(files: Readonly<Record<string, Buffer>>, says?: number): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(says ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.alloc(2), common, tail, Buffer.from(name)]),
    );
    bodies.push(body);
    at += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}
