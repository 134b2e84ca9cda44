import { ParameterStructures, RequestType } from 'vscode-jsonrpc/node';
import type * as z from 'zod';

/**
 * A request with what its parameters must be: the host checks them before anything of it sees them (`Answering`). The
 * type of the parameters is made from the schema, so the two cannot drift apart.
 */
export class HostRequest<Params, Answer> extends RequestType<Params, Answer, void> {
  readonly schema: z.ZodType<Params>;

  constructor(method: string, schema: z.ZodType<Params>) {
    super(method, ParameterStructures.byName);
    this.schema = schema;
  }
}
