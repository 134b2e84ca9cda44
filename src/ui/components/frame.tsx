import { Box } from 'ink';
import type { ReactNode } from 'react';
import { useContext, useLayoutEffect, useState } from 'react';
import type { Place, ScreenName } from '../keys/key-table.js';
import type { Availability } from '../keys/keys.js';
import { footerKeys } from '../keys/keys.js';
import { useKeyClick, useKeyExcuses, useKeys } from '../keys/use-keys.js';
import { fitRow, type RowLike } from '../rows.js';
import {
  useCurrentNotice,
  useServices,
  useTerminal,
  useWorkArea,
} from '../terminal/terminal-context.js';
import { useMouse } from '../terminal/use-mouse.js';
import { footerEntries } from './footer.js';
import { Help } from './help.js';
import { Palette } from './palette.js';
import { CommandsContext } from './palette-commands.js';
import { PreferencesOverlay } from './preferences.js';
import { entriesRow, entryAt, type RowEntry } from './row-entries.js';
import { Rows } from './rows.js';
import { tabEntries } from './tabs.js';

export interface FrameProps {
  /** The tab that is open. */
  screen: ScreenName;
  /** Whose keys work. */
  place: Place;
  availability?: Availability;
  /** The right end of the line of tabs. */
  status?: RowLike;
  /** In exactly `useWorkArea()` cells. */
  children?: ReactNode;
}

/** The three places of every screen: tabs on top, the work, and what the keys do; and what opens over each screen. */
export function Frame({ screen, place, status, children, ...props }: FrameProps) {
  const { columns, glyphs, stage } = useTerminal();
  const area = useWorkArea();
  const notice = useCurrentNotice();
  const { focus } = useServices();
  useLayoutEffect(() => {
    focus.place = place;
  }, [focus, place]);
  const [open, setOpen] = useState<'nothing' | 'help' | 'palette' | 'preferences'>('nothing');
  const close = () => setOpen('nothing');
  const availability = { ...(stage === 'on' && onStage), ...props.availability };
  useKeys(place, {
    help: () => setOpen('help'),
    palette: () => setOpen('palette'),
    preferences: () => setOpen('preferences'),
  });
  useKeyExcuses(place);
  const keys = footerKeys(place, availability, glyphs.mode);
  return (
    <Box flexDirection="column" width={columns} height={area.height + 2}>
      <KeyLine entries={tabEntries({ screen, status, width: columns })} />
      <Box
        flexDirection="column"
        flexShrink={0}
        width={area.width}
        height={area.height}
        overflowY="hidden"
      >
        {children}
        {open === 'help' && <Help place={place} availability={availability} onClose={close} />}
        {open === 'palette' && (
          <Palette place={place} availability={availability} onClose={close} />
        )}
        {open === 'preferences' && <PreferencesOverlay onClose={close} />}
      </Box>
      <KeyLine entries={footerEntries({ keys, notice, width: columns })} />
    </Box>
  );
}

const onStage: Availability = { 'toggle-stage': { does: 'leave stage mode' } };

/** A line of keys; a click on one does what it does. */
function KeyLine({ entries }: { entries: readonly RowEntry<string>[] }) {
  const { columns, glyphs } = useTerminal();
  const { focus } = useServices();
  const commands = useContext(CommandsContext);
  const pressKey = useKeyClick();
  const line = useMouse({
    onPress: ({ column }) => {
      const key = entryAt(entries, column);
      if (key === undefined || focus.overlays > 0) return;
      // A text field would take the number of a tab as a letter: the command opens the screen all the same.
      const command = commands.find((each) => each.key === key);
      if (command) command.run();
      else pressKey(key);
    },
  });
  return (
    <Box ref={line} width={columns} height={1} flexShrink={0}>
      <Rows rows={[fitRow(entriesRow(entries), columns, glyphs.ellipsis)]} width={columns} />
    </Box>
  );
}
