import { ConnectionError, ErrorCodes, ResponseError } from 'vscode-jsonrpc/node';
import * as z from 'zod';
import { Problem } from '../core/problem.js';

/** Codes of our own, outside those that JSON-RPC reserves. */
const problemCode = 1;

const problemData = z.object({ remedy: z.string(), exitCode: z.number() });
type ProblemData = z.infer<typeof problemData>;

/** Lets a Problem cross the socket; any other error is passed on as it is. */
export function toResponseError(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const { message, remedy, exitCode } = error;
  return new ResponseError<ProblemData>(problemCode, message, { remedy, exitCode });
}

/** The other way round: what came over the socket as a Problem is one again. */
export function fromResponseError(error: unknown): unknown {
  if (isCut(error)) {
    return new Problem('the host has ended unexpectedly', {
      remedy: 'try again; `digitscope doctor` names its log',
      cause: error,
    });
  }
  if (!(error instanceof ResponseError) || error.code !== problemCode) return error;
  const data = problemData.safeParse(error.data);
  return data.success ? new Problem(error.message, data.data) : error;
}

const cutCodes: readonly number[] = [
  ErrorCodes.PendingResponseRejected,
  ErrorCodes.MessageWriteError,
];

/** True where the connection ended before the answer came. */
function isCut(error: unknown): boolean {
  if (error instanceof ConnectionError) return true;
  return error instanceof ResponseError && cutCodes.includes(error.code);
}
