import { Box } from 'ink';
import { useEffect, useState } from 'react';
import { useTerminal } from '../terminal/terminal-context.js';
import type { PictureDrawing, PictureOptions } from './picture-lines.js';
import { pictureLines } from './picture-lines.js';
import { Raw } from './rows.js';

export interface PictureProps {
  /** A small PNG: a few pixels a cell are enough, and decoding is done on the thread that draws. */
  png: Buffer;
  /** Names the content, as path and time of change do; the drawing is kept under it. */
  cacheKey: string;
  /** Cells. The picture keeps its shape and stands in the middle of them. */
  width: number;
  height: number;
}

/** A picture in as many colours as the terminal has. */
export function Picture({ png, cacheKey, width, height }: PictureProps) {
  const { capabilities, glyphs } = useTerminal();
  const key = `${cacheKey} ${width}x${height}`;
  const [drawn, setDrawn] = useState<{ key: string; drawing: PictureDrawing }>();
  useEffect(() => {
    let isWanted = true;
    const options: PictureOptions = { png, cacheKey, width, height, capabilities, glyphs };
    pictureLines(options).then((drawing) => {
      if (isWanted) setDrawn({ key, drawing });
    });
    return () => {
      isWanted = false;
    };
  }, [png, cacheKey, key, width, height, capabilities, glyphs]);
  const shown = drawn?.key === key ? drawn.drawing : undefined;
  return (
    <Box width={width} height={height} alignItems="center" justifyContent="center" flexShrink={0}>
      {shown && <Raw lines={shown.lines} width={shown.width} height={shown.lines.length} />}
    </Box>
  );
}
