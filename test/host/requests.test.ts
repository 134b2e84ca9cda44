import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RequestType0 } from 'vscode-jsonrpc/node';
import { HostRequest } from '../../src/host/protocol/request.js';
import * as protocol from '../../src/host/protocol.js';
import { programRoot } from '../support/sandbox.js';

const requests: { method: string }[] = Object.entries(protocol).flatMap(([name, value]) =>
  name.endsWith('Request') && 'method' in value ? [value] : [],
);

it('says of every request what its parameters must be', () => {
  expect(requests.length).toBeGreaterThan(30);
  const unchecked = requests.filter(
    (request) => !(request instanceof HostRequest) && !(request instanceof RequestType0),
  );
  expect(unchecked).toEqual([]);
});

it('gives no two requests the same name', () => {
  const methods = requests.map(({ method }) => method);
  expect(methods.filter((method, index) => methods.indexOf(method) !== index)).toEqual([]);
});

it('lets nothing that a client sends past the check', () => {
  const folder = join(programRoot, 'src', 'host');
  const listening = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => /\.onRequest\(/.test(readFileSync(join(folder, file), 'utf8')));
  expect(listening).toEqual(['answering.ts']);
});
