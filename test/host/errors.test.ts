import { describe, expect, it } from 'vitest';
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc/node';
import { Problem } from '../../src/core/problem.js';
import { fromResponseError, toResponseError } from '../../src/host/errors.js';

describe('an error on its way over the socket', () => {
  it('stays a problem with its remedy and exit code', () => {
    const problem = new Problem('no folder x', { remedy: 'make it', exitCode: 2 });
    const sent = toResponseError(problem) as ResponseError<unknown>;
    const received = fromResponseError(
      new ResponseError(sent.code, sent.message, JSON.parse(JSON.stringify(sent.data))),
    );
    expect(received).toBeInstanceOf(Problem);
    expect(received).toMatchObject({ line: 'no folder x: make it', exitCode: 2 });
  });

  it('is left as it is where it is no problem', () => {
    const defect = new TypeError('x is undefined');
    expect(toResponseError(defect)).toBe(defect);
    const other = new ResponseError(1, 'of another program', { what: 'ever' });
    expect(fromResponseError(other)).toBe(other);
  });

  it('says that the host is gone where the connection ended before the answer', () => {
    for (const code of [ErrorCodes.PendingResponseRejected, ErrorCodes.MessageWriteError]) {
      const cut = fromResponseError(new ResponseError(code, 'as the library says it'));
      expect(cut).toMatchObject({
        name: 'Problem',
        message: expect.stringMatching(/host has ended/),
      });
    }
  });
});
