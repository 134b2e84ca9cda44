import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ErrorCodes, RequestType, RequestType0, ResponseError } from 'vscode-jsonrpc/node';
import { hostAddress } from '../../src/host/address.js';
import { HostClient } from '../../src/host/client.js';
import { connectTo } from '../../src/host/connect.js';
import { messagesOver } from '../../src/host/messages.js';
import { HostRequest } from '../../src/host/protocol/request.js';
import * as protocol from '../../src/host/protocol.js';
import { Workspace } from '../../src/host/workspace.js';
import { programRoot, Sandbox } from '../support/sandbox.js';

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

it('has a handler for every request, which wrong parameters do not reach', async () => {
  const sandbox = await Sandbox.open();
  const before = { ...process.env };
  Object.assign(process.env, sandbox.env);
  const workspace = new Workspace(sandbox.workspace);
  const client = await HostClient.connect(workspace);
  const socket = await connectTo(hostAddress(workspace).socket);
  try {
    if (!socket) throw new Error('the host is gone');
    const connection = messagesOver(socket);
    connection.listen();
    const codes = await Promise.all(
      requests
        .filter((request) => request instanceof HostRequest)
        .map(async ({ method }) => {
          const type = new RequestType<unknown, unknown, void>(method);
          const error: unknown = await connection.sendRequest(type, { nonsense: true }).catch(same);
          return [method, error instanceof ResponseError ? error.code : error];
        }),
    );
    expect(codes.filter(([, code]) => code !== ErrorCodes.InvalidParams)).toEqual([]);
    expect(codes.length).toBeGreaterThan(20);
  } finally {
    socket?.destroy();
    client.close();
    process.env = before;
    sandbox.close();
  }
});

function same(error: unknown): unknown {
  return error;
}
