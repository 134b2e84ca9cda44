import { useEffect, useState } from 'react';
import type { Workspace } from '../host/workspace.js';
import { Session } from '../state/session.js';
import { Shell } from './shell.js';

export interface AppProps {
  workspace: Workspace;
  /** Told what is to be said on the terminal when it is left. */
  onFarewell: (words: string) => void;
}

/** The whole program on the screen. */
export function App({ workspace, onFarewell }: AppProps) {
  const [session] = useState(() => new Session(workspace));
  useEffect(() => {
    // The first frame is to be on the screen before anything else is loaded.
    const timer = setTimeout(() => session.open(), 0);
    return () => {
      clearTimeout(timer);
      session.close();
    };
  }, [session]);
  return <Shell session={session} onFarewell={onFarewell} />;
}
