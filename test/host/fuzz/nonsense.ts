import { HostRequest } from '../../../src/host/protocol/request.js';
import * as protocol from '../../../src/host/protocol.js';

/** Draws from a generator in 0..1. */
export type Draw = () => number;

/** One piece of nonsense of any kind. */
export function nonsense(draw: Draw): Buffer {
  return pick(draw, kinds)(draw);
}

const said: readonly unknown[] = Object.values(protocol);
const requests = said.filter(
  (value): value is HostRequest<unknown, unknown> => value instanceof HostRequest,
);

/** These would do what they are asked. */
const obeyed = [
  ...['host/stop', 'run/start', 'run/stop', 'run/resume', 'run/remove'],
  ...['models/import', 'models/export', 'models/rename', 'models/remove', 'data/make-folder'],
];

const kinds: ((draw: Draw) => Buffer)[] = [
  ...Array<(draw: Draw) => Buffer>(14).fill(wrongParams),
  ...Array<(draw: Draw) => Buffer>(6).fill(unknownMethod),
  ...Array<(draw: Draw) => Buffer>(4).fill(wrongShape),
  ...Array<(draw: Draw) => Buffer>(4).fill(wrongOrder),
];

/** What a connection cannot be used after any more. */
export function lastNonsense(draw: Draw): Buffer {
  return pick(draw, [randomBytes, halfMessage, wrongLength, noJson])(draw);
}

function wrongParams(draw: Draw): Buffer {
  const request = pick(draw, requests);
  const fields = Object.keys(shapeOf(request));
  const names = [...fields.filter(() => draw() < 0.8), ...(draw() < 0.2 ? ['more'] : [])];
  const params =
    draw() < 0.8 ? Object.fromEntries(names.map((name) => [name, value(draw, 2)])) : value(draw, 2);
  if (obeyed.includes(request.method) && request.schema.safeParse(params).success) {
    return wrongParams(draw);
  }
  return message({ jsonrpc: '2.0', id: id(draw), method: request.method, params });
}

function shapeOf({ schema }: HostRequest<unknown, unknown>): object {
  return 'shape' in schema && typeof schema.shape === 'object' ? (schema.shape ?? {}) : {};
}

function unknownMethod(draw: Draw): Buffer {
  const method = pick(draw, ['', 'x', 'host', 'run/', '__proto__', 'toString', '$/x', text(draw)]);
  return message({ jsonrpc: '2.0', ...(draw() < 0.5 ? { id: id(draw) } : {}), method, params: {} });
}

function wrongShape(draw: Draw): Buffer {
  return message(
    pick<() => unknown>(draw, [
      () => value(draw, 3),
      () => ({ id: null, method: 'host/hello' }),
      () => ({ id: {}, method: 'host/hello' }),
      () => ({ id: 1, method: 7 }),
      () => [{ jsonrpc: '2.0', id: 1, method: 'host/hello' }],
    ])(),
  );
}

function wrongOrder(draw: Draw): Buffer {
  return message(
    pick<() => unknown>(draw, [
      () => ({ method: '$/cancelRequest', params: { id: id(draw) } }),
      () => ({ method: '$/cancelRequest', params: value(draw, 1) }),
      () => ({ method: '$/cancelRequest' }),
      () => ({ method: '$/progress', params: { token: 1, value: value(draw, 1) } }),
      () => ({ method: '$/setTrace', params: { value: 'verbose' } }),
      () => ({ id: id(draw), result: value(draw, 1) }),
      () => ({ id: id(draw), error: value(draw, 1) }),
      () => ({ id: 1, method: 'host/hello', params: value(draw, 1) }),
    ])(),
  );
}

function randomBytes(draw: Draw): Buffer {
  return Buffer.from(Array.from({ length: 1 + Math.floor(draw() * 3000) }, () => draw() * 256));
}

function halfMessage(draw: Draw): Buffer {
  const bytes = wrongParams(draw);
  return bytes.subarray(0, Math.floor(draw() * bytes.length));
}

function wrongLength(draw: Draw): Buffer {
  const length = pick(draw, ['99999999999', '-1', 'many', '1e3', '', '0x10', '9'.repeat(400)]);
  return Buffer.from(`Content-Length: ${length}\r\n\r\n{}`);
}

function noJson(draw: Draw): Buffer {
  const body = pick(draw, ['', '{', '{"id":', '\u0000', '['.repeat(50_000), text(draw)]);
  return framed(Buffer.from(body));
}

function message(json: unknown): Buffer {
  return framed(Buffer.from(JSON.stringify(json) ?? 'null'));
}

export function framed(body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

function value(draw: Draw, depth: number): unknown {
  const simple = [
    null,
    true,
    0,
    -1,
    0.5,
    1e300,
    2 ** 53,
    '',
    'x',
    '..',
    '\u0000',
    '😀',
    text(draw),
  ];
  if (depth === 0 || draw() < 0.6) return pick(draw, simple);
  const inside = Array.from({ length: Math.floor(draw() * 4) }, () => value(draw, depth - 1));
  return draw() < 0.5
    ? inside
    : Object.fromEntries(inside.map((each, index) => [`k${index}`, each]));
}

/** Never a path that leads anywhere. */
function text(draw: Draw): string {
  return 'n'.repeat(Math.floor(draw() * 300));
}

function id(draw: Draw): number | string {
  return draw() < 0.8 ? Math.floor(draw() * 1000) : `id ${Math.floor(draw() * 10)}`;
}

function pick<Item>(draw: Draw, items: readonly Item[]): Item {
  return items[Math.floor(draw() * items.length)];
}
