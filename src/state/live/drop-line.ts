import { hostname, userInfo } from 'node:os';

/** From where this machine is reached. */
export interface DropTarget {
  user: string;
  host: string;
  /** Undefined for the usual one. */
  port?: string;
}

/** `scp picture.jpg ada@lab:/work/inbox/`: what a person types elsewhere to send a picture to a folder here. */
export function dropLine(folder: string, { user, host, port }: DropTarget): string {
  const address = host.includes(':') ? `[${host}]` : host;
  const place = `${user}@${address}:${folder.endsWith('/') ? folder : `${folder}/`}`;
  const option = port === undefined ? '' : `-P ${port} `;
  return `scp ${option}picture.jpg ${quoted(place)}`;
}

/**
 * Who is here, and under which address: over SSH the one that the person has come to, as its server tells in
 * SSH_CONNECTION (`client port server port`).
 */
export function dropTarget(environment: NodeJS.ProcessEnv = process.env): DropTarget {
  const [, , server, port] = (environment.SSH_CONNECTION ?? '').split(' ');
  const user = userName(environment);
  if (!server) return { user, host: hostname() };
  return port && port !== '22' ? { user, host: server, port } : { user, host: server };
}

/** A process may have a number that no user has. */
function userName(environment: NodeJS.ProcessEnv): string {
  try {
    return userInfo().username;
  } catch {
    return environment.USER ?? 'user';
  }
}

/** For a shell, where it would take the text apart. */
function quoted(text: string): string {
  return /^[\w@:./[\]~-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
