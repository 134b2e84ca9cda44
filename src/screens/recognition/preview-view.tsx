import type { ShownPreview } from '../../state/recognition-previews.js';
import { Picture } from '../../ui/components/picture.js';
import { Rows } from '../../ui/components/rows.js';
import { span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';

export interface PreviewViewProps {
  preview: ShownPreview | undefined;
  /** Cells. */
  width: number;
  height: number;
}

/** The picture itself in the middle of its cells; why not where it cannot be shown, and nothing while it is loaded. */
export function PreviewView({ preview, ...size }: PreviewViewProps) {
  if (preview?.status === 'ready') {
    return <Picture png={preview.png} cacheKey={preview.key} {...size} />;
  }
  const problem = preview?.status === 'failed' ? preview.problem : '';
  const rows = wrapWords(problem, size.width).map((line) => [span(line, 'bad')]);
  return <Rows rows={rows} {...size} />;
}
