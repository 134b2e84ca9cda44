import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Recognition } from '../../state/recognition-store.js';
import { useKeyClick } from '../../ui/keys/use-keys.js';
import { useWorkArea } from '../../ui/terminal/terminal-context.js';
import { useMouse } from '../../ui/terminal/use-mouse.js';

export interface TurnAreaProps {
  recognition: Recognition;
  children: ReactNode;
}

/** The work area while one picture is in it: a click at the left or the right, and the wheel, turn to others. */
export function TurnArea({ recognition, children }: TurnAreaProps) {
  const { width, height } = useWorkArea();
  const click = useKeyClick();
  const mouse = useMouse({
    onPress: ({ column }) => click(column < width / 2 ? 'left' : 'right'),
    onWheel: (direction) => recognition.move(direction),
  });
  return (
    <Box ref={mouse} flexDirection="column" width={width} height={height} flexShrink={0}>
      {children}
    </Box>
  );
}
