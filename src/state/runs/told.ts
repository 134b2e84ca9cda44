import { errorLine } from '../../core/problem.js';
import type { Host, HostConnection } from '../host-connection.js';

/** What came of something that was asked for. */
export type Told = { done: string } | { problem: string };

/** Asks the host for something, and reads the runs again. @param work says what was done */
export async function askHost(
  connection: HostConnection,
  work: (host: Host) => Promise<string>,
): Promise<Told> {
  try {
    const done = await work(await connection.client());
    await connection.refresh();
    return { done };
  } catch (error) {
    return { problem: errorLine(error) };
  }
}
