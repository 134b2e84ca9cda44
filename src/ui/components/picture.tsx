import { Box } from 'ink';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { fitCells, pngSize } from '../terminal/graphics/picture-fit.js';
import type { ProtocolPicture } from '../terminal/graphics/picture-marks.js';
import { useServices, useTerminal } from '../terminal/terminal-context.js';
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

/** A picture: by the terminal itself where it knows how, else in as many colours as it has. */
export function Picture({ png, cacheKey, width, height }: PictureProps) {
  const { graphics, cellShape } = useTerminal().capabilities;
  const picture = useMemo(() => {
    const pixels = pngSize(png);
    const isDrawnHere = graphics === 'half-blocks' || graphics === 'ascii';
    if (isDrawnHere || !pixels || width < 1 || height < 1) return undefined;
    const cells = fitCells(pixels, { width, height }, cellShape);
    return { protocol: graphics, png, key: cacheKey, ...cells };
  }, [png, cacheKey, width, height, graphics, cellShape]);
  return (
    <Box width={width} height={height} alignItems="center" justifyContent="center" flexShrink={0}>
      {picture ? (
        <MarkedCells picture={picture} />
      ) : (
        <DrawnPicture png={png} cacheKey={cacheKey} width={width} height={height} />
      )}
    </Box>
  );
}

/** The cells of a picture that the frame writer brings to the terminal. */
function MarkedCells({ picture }: { picture: ProtocolPicture }) {
  const { pictures } = useServices();
  const [mark, setMark] = useState(' ');
  useLayoutEffect(() => {
    const taken = pictures.take(picture);
    setMark(taken?.mark ?? ' ');
    return taken?.release;
  }, [pictures, picture]);
  const { columns, rows } = picture;
  const lines = useMemo(
    () => Array.from({ length: rows }, () => mark.repeat(columns)),
    [mark, columns, rows],
  );
  return <Raw lines={lines} width={columns} height={rows} />;
}

function DrawnPicture({ png, cacheKey, width, height }: PictureProps) {
  const { capabilities, glyphs } = useTerminal();
  const size = `${width}x${height}`;
  const [drawn, setDrawn] = useState<{ size: string; drawing: PictureDrawing }>();
  useEffect(() => {
    let isWanted = true;
    const options: PictureOptions = { png, cacheKey, width, height, capabilities, glyphs };
    pictureLines(options).then((drawing) => {
      if (isWanted) setDrawn({ size, drawing });
    });
    return () => {
      isWanted = false;
    };
  }, [png, cacheKey, size, width, height, capabilities, glyphs]);
  // The picture before stands until this one is drawn: one that goes dark between two would blink.
  const shown = drawn?.size === size ? drawn.drawing : undefined;
  return shown && <Raw lines={shown.lines} width={shown.width} height={shown.lines.length} />;
}
