import type { DataSummary } from '../../../host/protocol.js';
import type { DataPage } from '../../../state/training-data/data-look.js';
import type { Action } from '../../../ui/keys/key-table.js';
import type { Availability } from '../../../ui/keys/keys.js';
import { listAvailability } from './use-list-page.js';

/** What the keys can do on a page, or the reason why not. */
export function dataAvailability(page: DataPage, summary: DataSummary | undefined): Availability {
  if (!summary) return refused([...pictureKeys, ...digitKeys, ...pageKeys], 'it is not loaded yet');
  const { duplicates, skippedCount } = summary;
  const toSave = skippedCount > 0 ? true : 'nothing was left out';
  switch (page) {
    case 'overview':
      return {
        ...refused([...pictureKeys, ...digitKeys, ...pageKeys], 'Tab turns to the samples'),
        'save-skipped': elsewhere,
      };
    case 'samples':
      return { ...listAvailability(summary.count), 'save-skipped': elsewhere };
    case 'duplicates':
      return {
        ...listAvailability(duplicates.groups.length),
        ...refused(digitKeys, 'they are shown together'),
        'save-skipped': elsewhere,
      };
    case 'skipped':
      return {
        ...refused(pictureKeys, 'they could not be read as pictures of digits'),
        ...refused(digitKeys, 'they are shown together'),
        'save-skipped': toSave,
      };
  }
}

const elsewhere = 'Tab turns to what was left out, which it saves';
const pictureKeys = ['open-original', 'toggle-size'] as const;
const digitKeys = ['next-digit', 'previous-digit'] as const;
const pageKeys = ['next-page', 'previous-page', 'go-left', 'go-right'] as const;

function refused(actions: readonly Action[], reason: string): Availability {
  return Object.fromEntries(actions.map((action) => [action, reason]));
}
