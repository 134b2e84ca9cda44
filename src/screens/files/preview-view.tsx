import { basename } from 'node:path';
import { type FileBrowserState, peekTarget } from '../../state/file-browser-state.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Picture } from '../../ui/components/picture.js';
import { Rows } from '../../ui/components/rows.js';
import type { Row } from '../../ui/rows.js';
import { useTerminal } from '../../ui/terminal/terminal-context.js';
import { shortName } from './file-names.js';
import { folderRows, pictureFacts, problemRows } from './preview-rows.js';

export interface PreviewViewProps {
  state: FileBrowserState;
  /** Cells of the panel. */
  width: number;
  height: number;
}

/** What is under the cursor: a picture, or what a folder holds. */
export function PreviewView({ state, width, height }: PreviewViewProps) {
  const { glyphs } = useTerminal();
  const inner = panelInner({ width, height });
  const target = peekTarget(state);
  const name = target
    ? shortName(basename(target.path) || target.path, width - 6, glyphs.ellipsis)
    : '';
  const options = { width: inner.width, glyphs };
  const frame = { title: name, width, height };
  const rows = (shown: readonly Row[]) => (
    <Panel {...frame}>
      <Rows rows={shown} {...inner} />
    </Panel>
  );

  if (target?.kind === 'folder') {
    const facts = state.facts.get(target.path);
    return rows(facts ? folderRows(facts, options) : []);
  }
  // Of a picture that was passed nothing is shown under the name of another one.
  const picture = state.picture?.path === target?.path ? state.picture : undefined;
  if (!picture) return rows([]);
  const { preview } = picture;
  if (preview.status === 'failed') return rows(problemRows(preview.problem, options));
  return (
    <Panel {...frame}>
      {preview.status === 'ready' && (
        <Picture
          png={preview.png}
          cacheKey={preview.key}
          width={inner.width}
          height={inner.height - 1}
        />
      )}
      <Rows rows={[pictureFacts(picture)]} width={inner.width} />
    </Panel>
  );
}
