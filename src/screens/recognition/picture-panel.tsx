import { basename } from 'node:path';
import type { RecognitionState } from '../../state/recognition-state.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { count } from '../../ui/format.js';
import { span } from '../../ui/rows.js';
import { PreviewView } from './preview-view.js';

export interface PicturePanelProps {
  state: RecognitionState;
  /** Cells. */
  width: number;
  height: number;
}

/** The selected picture itself, with its name and its size. */
export function PicturePanel({ state, width, height }: PicturePanelProps) {
  const { preview } = state;
  const frame = { title: pictureTitle(state), width, height };
  const size = preview?.status === 'ready' ? `${preview.width}x${preview.height}` : '';
  return (
    <Panel {...frame} note={[span(size, 'dim')]}>
      <PreviewView preview={preview} {...panelInner(frame)} />
    </Panel>
  );
}

/** `3/12 seven.png` */
export function pictureTitle({ reading, rows, selected }: RecognitionState): string {
  const file = reading?.results[selected]?.file ?? '';
  const place =
    rows.length > 1 ? `${count(rows.indexOf(selected) + 1)}/${count(rows.length)} ` : '';
  return `${place}${basename(file)}`;
}
