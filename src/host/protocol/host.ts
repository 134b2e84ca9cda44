import { RequestType0 } from 'vscode-jsonrpc/node';
import * as z from 'zod';
import { HostRequest } from './request.js';

/** Who answers: a client leaves a host of another build and starts its own. */
export interface HostFacts {
  build: string;
  pid: number;
  /** Its folder. */
  workspace: string;
}
/** The first thing that a client asks. */
export const helloRequest = new RequestType0<HostFacts, void>('host/hello');

export const introduceParams = z.strictObject({
  /** `app on pts/3`, `digitscope train on pts/1`. */
  name: z.string().min(1).max(100),
});
export type IntroduceParams = z.infer<typeof introduceParams>;
/** Says who a client is: people read it where it has changed a run, or where they ask who is attached. */
export const introduceRequest = new HostRequest<IntroduceParams, void>(
  'host/introduce',
  introduceParams,
);

/** Asks the host to leave as soon as nothing runs; it does not while others are attached. */
export const leaveRequest = new RequestType0<void, void>('host/leave');

/** What the host does and for whom. Programs of other builds ask it too: fields may be added, and none changed. */
export const hostStatus = z.object({
  build: z.string(),
  pid: z.number(),
  /** Its folder. */
  workspace: z.string(),
  /** Milliseconds since 1970. */
  since: z.number(),
  /** The one that asks is among them. */
  clients: z.array(z.object({ name: z.string(), since: z.number() })),
  /** The run under way; epochs of 0 where it has not begun. */
  run: z.object({ id: z.string(), status: z.string(), epoch: z.number() }).optional(),
  /** Runs that wait for their turn. */
  queued: z.number(),
  /** Resident. */
  memoryBytes: z.number(),
  socket: z.string(),
  log: z.string(),
});
export type HostStatus = z.infer<typeof hostStatus>;
export const statusRequest = new RequestType0<HostStatus, void>('host/status');

export const stopHostParams = z.strictObject({
  /**
   * `idle`, which is usual, is refused while a run is under way or waits; `now` ends such runs first, with their best
   * weights saved.
   */
  when: z.enum(['idle', 'now']).optional(),
});
export type StopHostParams = z.infer<typeof stopHostParams>;
/** Asks the host to leave, whoever is attached; answers when nothing runs any more. */
export const stopHostRequest = new HostRequest<StopHostParams, void>('host/stop', stopHostParams);
