import type { Purpose } from '../../src/state/file-browser-rows.js';
import type { Place } from '../../src/state/file-browser-state.js';
import { FileBrowser } from '../../src/state/file-browser-store.js';
import type { RecentPlaces } from '../../src/state/places-file.js';
import { Previews } from '../../src/state/recognition-previews.js';

export interface BrowserOptions {
  purpose?: Purpose;
  places: readonly [Place, ...Place[]];
  home: string;
}

/** A browser of real folders that remembers places in memory; of the pictures it is told one size. */
export function startBrowser({ purpose = 'pictures', ...options }: BrowserOptions): FileBrowser {
  return new FileBrowser({
    ...options,
    purpose,
    recent: inMemory(),
    previews: new Previews(async (file) => ({
      png: Buffer.from(file).toString('base64'),
      width: 30,
      height: 40,
    })),
  });
}

function inMemory(): RecentPlaces {
  let places: string[] = [];
  return {
    load: async () => places,
    add: async (folder) => {
      places = [folder, ...places];
    },
  };
}
