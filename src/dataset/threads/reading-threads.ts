import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { errorLine, Problem } from '../../core/problem.js';
import type { ThreadRequest } from './reading-thread.js';
import type { ThreadReply, ThreadTask } from './tasks.js';

interface WorkOptions {
  /** The next piece of work, or undefined where there is no more. */
  next: () => ThreadTask | undefined;
  onReply: (reply: ThreadReply, task: ThreadTask) => void;
  signal?: AbortSignal;
}

/**
 * Works through tasks on every core. A thread has the next task at hand while it is at one, so none
 * waits for us; what is under way when the signal is aborted is done, and forgotten.
 *
 * @throws the signal's reason; Problem where a thread dies
 */
export async function inThreads({ next, onReply, signal }: WorkOptions): Promise<void> {
  signal?.throwIfAborted();
  const aborted = abortOf(signal);
  let isOver = false;
  const lane = async (place: number) => {
    for (let task = next(); task && !isOver; task = next()) {
      const reply = await Promise.race([threadAt(place).ask(task), aborted.promise]);
      onReply(reply, task);
    }
  };
  try {
    const lanes = Array.from({ length: tasksAtHand * threadCount }, (_, index) => index);
    await Promise.all(lanes.map((index) => lane(index % threadCount)));
  } finally {
    isOver = true;
    aborted.forget();
  }
}

const threadCount = Math.min(8, availableParallelism());
const tasksAtHand = 2;
/** Starting a thread takes longer than looking at a thousand files: it stays a while for the next source. */
const idleMilliseconds = 10_000;

/** The threads that run, by their place; one is started when the first task is there for it. */
const threads = new Map<number, ReadingThread>();

function threadAt(place: number): ReadingThread {
  const running = threads.get(place);
  if (running) return running;
  const thread = new ReadingThread(() => {
    if (threads.get(place) === thread) threads.delete(place);
  });
  threads.set(place, thread);
  return thread;
}

interface Waiting {
  resolve: (reply: ThreadReply) => void;
  reject: (reason: Error) => void;
}

class ReadingThread {
  readonly #worker = new Worker(new URL('./reading-thread.js', import.meta.url));
  readonly #waiting = new Map<number, Waiting>();
  readonly #onEnd: () => void;
  #asked = 0;
  #idle?: NodeJS.Timeout;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
    this.#worker.on('message', ({ id, reply }: { id: number; reply: ThreadReply }) => {
      this.#waiting.get(id)?.resolve(reply);
      this.#settle(id);
    });
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', (code) => this.#end(`it ended with code ${code}`));
  }

  ask(task: ThreadTask): Promise<ThreadReply> {
    clearTimeout(this.#idle);
    this.#worker.ref();
    const id = this.#asked++;
    const request: ThreadRequest = { id, task };
    this.#worker.postMessage(request);
    const reply = new Promise<ThreadReply>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    // Where loading was given up, nobody listens any more.
    reply.catch(() => {});
    return reply;
  }

  /** A thread without work keeps no process alive, and goes after a while. */
  #settle(id: number): void {
    this.#waiting.delete(id);
    if (this.#waiting.size > 0) return;
    this.#worker.unref();
    this.#idle = setTimeout(() => this.#worker.terminate(), idleMilliseconds).unref();
  }

  #end(cause: unknown): void {
    this.#onEnd();
    clearTimeout(this.#idle);
    for (const { reject } of this.#waiting.values()) reject(threadProblem(cause));
    this.#waiting.clear();
  }
}

function threadProblem(cause: unknown): Problem {
  return new Problem(`the pictures could not be read (${errorLine(cause)})`, {
    remedy: 'close other programs if memory is short, then try again',
    cause,
  });
}

/** Rejects when the signal is aborted; to be forgotten when the work is over. */
function abortOf(signal?: AbortSignal): { promise: Promise<never>; forget: () => void } {
  let forget = () => {};
  const promise = new Promise<never>((_, reject) => {
    const onAbort = () => reject(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    forget = () => signal?.removeEventListener('abort', onAbort);
  });
  promise.catch(() => {});
  return { promise, forget };
}
