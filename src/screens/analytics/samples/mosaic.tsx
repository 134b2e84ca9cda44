import { Box } from 'ink';
import { enlarge, type GreyImage, greyLines } from '../../../ui/components/half-blocks.js';
import { shrink } from '../../../ui/components/picture-lines.js';
import { Raw, Rows } from '../../../ui/components/rows.js';
import { fitRow, type RowLike, rowText, span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { useMouse } from '../../../ui/terminal/use-mouse.js';
import { captionHeight, type MosaicLayout, mosaicGap, pictureAt } from './mosaic-layout.js';

export interface MosaicPicture {
  /** Undefined while it is loaded. */
  image: GreyImage | undefined;
  caption: RowLike;
}

export interface MosaicProps {
  pictures: readonly MosaicPicture[];
  layout: MosaicLayout;
  /** Pixels of a picture as it is drawn. */
  side: number;
  /** The one that is looked at, counted from the first that is shown. */
  selected?: number;
  width: number;
  height: number;
  captions?: 'above' | 'below';
  onPress?: (place: number) => void;
}

/** Pictures beside and below each other, each with a line of words. */
export function Mosaic({
  pictures,
  layout,
  side,
  selected,
  captions = 'below',
  onPress,
  ...size
}: MosaicProps) {
  const terminal = useTerminal();
  const { glyphs } = terminal;
  const { columns, rows, pictureWidth, pictureHeight } = layout;
  const mouse = useMouse({
    onPress: (at) => {
      const place = pictureAt(at, layout);
      if (place !== undefined && place < pictures.length) onPress?.(place);
    },
  });
  const blank = Array.from({ length: pictureHeight }, () => ' '.repeat(pictureWidth));
  const lines = Array.from(
    { length: Math.min(rows, Math.ceil(pictures.length / columns)) },
    (_, row) => {
      const shown = pictures.slice(row * columns, (row + 1) * columns);
      const drawn = shown.map(({ image }) => {
        if (!image) return blank;
        const fitted = scaledTo(image, side);
        const margin = ' '.repeat(Math.max(0, pictureWidth - fitted.width));
        const picture = greyLines(fitted, terminal).map((text) => text + margin);
        return [...picture, ...blank].slice(0, pictureHeight);
      });
      const width = shown.length * (pictureWidth + mosaicGap) - mosaicGap;
      return {
        width,
        pictures: blank.map((_, line) =>
          drawn.map((each) => each[line]).join(' '.repeat(mosaicGap)),
        ),
        captions: shown.flatMap(({ caption }, column) => {
          const isSelected = row * columns + column === selected;
          const mark = isSelected ? glyphs.pointer : ' ';
          // Behind the last one there may be no cell left for a gap.
          const gap = column < shown.length - 1 ? mosaicGap : 0;
          const words = fitRow([mark, ...fitRow(caption, pictureWidth - 1)], pictureWidth + gap);
          return isSelected ? [span(rowText(words), 'selected')] : words;
        }),
      };
    },
  );
  return (
    <Box ref={mouse} flexDirection="column" {...size}>
      {lines.map((line, row) => (
        <Box key={row} flexDirection="column" height={pictureHeight + captionHeight} flexShrink={0}>
          {captions === 'above' && <Rows rows={[line.captions]} width={size.width} />}
          <Raw lines={line.pictures} width={line.width} height={pictureHeight} />
          {captions === 'below' && <Rows rows={[line.captions]} width={size.width} />}
        </Box>
      ))}
    </Box>
  );
}

/** So that its longer side has about `side` pixels: whole steps up, means down. */
export function scaledTo(image: GreyImage, side: number): GreyImage {
  const longer = Math.max(image.width, image.height);
  if (longer > side) return shrink(image, side, side);
  return enlarge(image, Math.max(1, Math.floor(side / longer)));
}
