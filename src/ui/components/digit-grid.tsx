import { useTerminal } from '../terminal/terminal-context.js';
import { enlarge, greyLines } from './half-blocks.js';
import { Raw } from './rows.js';

/** Pixels along a side of what the network sees. */
const digitSide = 28;

export interface DigitGridProps {
  /** 784 values, 0 background to 255 ink. */
  pixels: Uint8Array;
  /** 1: 28 by 14 cells; 2: 56 by 28. */
  scale?: 1 | 2;
}

/** The 28x28 picture that the network sees, light on dark. */
export function DigitGrid({ pixels, scale = 1 }: DigitGridProps) {
  const terminal = useTerminal();
  const image = enlarge({ width: digitSide, height: digitSide, pixels }, scale);
  const lines = greyLines(image, terminal);
  return <Raw lines={lines} width={image.width} height={lines.length} />;
}
