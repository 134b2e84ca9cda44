import { useStore } from 'zustand';
import type { LiveDemo } from '../../state/live/live-demo-store.js';
import { Frame } from '../../ui/components/frame.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import type { RowLike } from '../../ui/rows.js';

export interface LiveDemoProps {
  live: LiveDemo;
  status: RowLike;
  /** Called for Esc when it leaves nothing here. */
  onBack: () => void;
}

/** What a room is shown: a list of demonstrations, and the one that is open. */
export function LiveDemoScreen({ live, status, onBack }: LiveDemoProps) {
  const { mode } = useStore(live.store);
  useKeys('live-menu', { back: onBack });
  switch (mode) {
    // A demonstration is a line here.
    default:
      return <Frame screen="live-demo" place="live-menu" status={status} />;
  }
}
