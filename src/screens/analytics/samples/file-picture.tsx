import type { Asked } from '../../../state/analytics/latest.js';
import type { ShownPreview } from '../../../state/recognition-previews.js';
import { Picture } from '../../../ui/components/picture.js';
import { Rows } from '../../../ui/components/rows.js';
import { span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { wrapWords } from '../../wrap-words.js';

export interface FilePictureProps {
  file: Asked<ShownPreview>;
  /** Cells. */
  width: number;
  height: number;
}

/** The file that a sample was made of, as it is now; why not where it cannot be shown. */
export function FilePicture({ file, ...size }: FilePictureProps) {
  const { glyphs } = useTerminal();
  if (file.status === 'ready' && file.value.status === 'ready') {
    return <Picture png={file.value.png} cacheKey={file.value.key} {...size} />;
  }
  const problem = file.status === 'failed' ? `${glyphs.cross} ${file.problem}` : '';
  const rows = wrapWords(problem, size.width).map((line) => [span(line, 'bad')]);
  return <Rows rows={rows} {...size} />;
}
