import { createContext } from 'react';

/** Something the palette offers besides the keys of the table. */
export interface Command {
  title: string;
  /** What there is to know about it. */
  words: string;
  /** The name of the key that does the same. */
  key?: string;
  run: () => void;
}

/** The commands that work on every screen. */
export const CommandsContext = createContext<readonly Command[]>([]);
