import { Box } from 'ink';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Availability, ScreenName } from '../keys.js';
import { footerKeys } from '../keys.js';
import type { RowLike } from '../rows.js';
import { useCurrentNotice, useTerminal, useWorkArea } from '../terminal/terminal-context.js';
import { useKeys } from '../use-keys.js';
import { footerRow } from './footer.js';
import { Help } from './help.js';
import { Rows } from './rows.js';
import { tabsRow } from './tabs.js';

export interface FrameProps {
  screen: ScreenName;
  availability?: Availability;
  /** The right end of the line of tabs. */
  status?: RowLike;
  /** In exactly `useWorkArea()` cells. */
  children?: ReactNode;
}

/** The three places of every screen: tabs on top, the work, and what the keys do. */
export function Frame({ screen, availability = {}, status, children }: FrameProps) {
  const { columns, glyphs } = useTerminal();
  const area = useWorkArea();
  const notice = useCurrentNotice();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  useKeys(screen, { help: () => setIsHelpOpen(true) });
  const keys = footerKeys(screen, availability, glyphs.mode);
  return (
    <Box flexDirection="column" width={columns} height={area.height + 2}>
      <Rows rows={[tabsRow({ screen, status, width: columns })]} width={columns} />
      <Box
        flexDirection="column"
        flexShrink={0}
        width={area.width}
        height={area.height}
        overflowY="hidden"
      >
        {children}
        {isHelpOpen && (
          <Help screen={screen} availability={availability} onClose={() => setIsHelpOpen(false)} />
        )}
      </Box>
      <Rows rows={[footerRow({ keys, notice, width: columns })]} width={columns} />
    </Box>
  );
}
