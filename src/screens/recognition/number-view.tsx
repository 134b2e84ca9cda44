import { Box } from 'ink';
import { useMemo } from 'react';
import { confidenceStatus } from '../../core/prediction.js';
import type { ReadNumber } from '../../host/protocol.js';
import type { ShownPreview } from '../../state/recognition-previews.js';
import type { RecognitionState } from '../../state/recognition-state.js';
import { greyLines } from '../../ui/components/half-blocks.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { shrink } from '../../ui/components/picture-lines.js';
import { Raw, Rows } from '../../ui/components/rows.js';
import { count, percent } from '../../ui/format.js';
import { span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { statusTones } from './answer-rows.js';
import { CloserWaiting } from './closer-waiting.js';
import { digitWords, numberLayout } from './number-layout.js';
import { numberRows } from './number-rows.js';
import { pictureTitle } from './picture-panel.js';
import { PreviewView } from './preview-view.js';

/** The selected picture as a whole number: large, outlined on the picture, and digit by digit. */
export function NumberView({ state }: { state: RecognitionState }) {
  const { closer } = state;
  if (closer?.status !== 'ready' || !closer.number) {
    return <CloserWaiting state={state} words="Reading the whole number" />;
  }
  return <WholeNumber state={state} number={closer.number} preview={closer.preview} />;
}

interface WholeNumberProps {
  state: RecognitionState;
  number: ReadNumber;
  preview: ShownPreview;
}

function WholeNumber({ state, number, preview }: WholeNumberProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const { picture, answer, strip } = numberLayout(area, number.digits.length);
  const { side, columns, rows } = strip;
  const shown = number.digits.slice(0, columns * rows);
  const left = number.digits.length - shown.length;
  const inner = panelInner(answer);
  return (
    <>
      <Box>
        <Panel title={pictureTitle(state)} {...picture}>
          <PreviewView preview={preview} {...panelInner(picture)} />
        </Panel>
        <Panel title="Whole number" note={state.reading?.model ?? ''} {...answer}>
          <Rows rows={numberRows(number, { ...inner, glyphs })} {...inner} />
        </Panel>
      </Box>
      <Box flexWrap="wrap" columnGap={2} paddingX={1} width={area.width}>
        {shown.map((digit, index) => (
          <SeenDigit
            key={index}
            digit={digit}
            side={side}
            more={index === shown.length - 1 ? left : 0}
          />
        ))}
      </Box>
    </>
  );
}

interface SeenDigitProps {
  digit: ReadNumber['digits'][number];
  /** Cells. */
  side: number;
  /** Digits that follow and find no room. */
  more: number;
}

/** What the network saw of one digit, what it is, and how sure. */
function SeenDigit({ digit: { digit, confidence, pixels }, side, more }: SeenDigitProps) {
  const terminal = useTerminal();
  const image = useMemo(() => {
    const seen = { width: 28, height: 28, pixels: Buffer.from(pixels, 'base64') };
    return shrink(seen, side, side);
  }, [pixels, side]);
  const tone = statusTones[confidenceStatus(confidence)];
  const words = [
    [span(`${digit} `, 'strong'), span(percent(confidence, side > 10 ? 1 : 0), tone)],
    [span(more > 0 ? `${count(more)} more` : '', 'dim')],
  ];
  const lines = greyLines(image, terminal);
  return (
    <Box flexDirection="column" width={side}>
      <Raw lines={lines} width={side} height={side / 2} />
      <Rows rows={words} width={side} height={digitWords} />
    </Box>
  );
}
