import { Box } from 'ink';
import { useMemo } from 'react';
import type { ExplainedStage, PictureExplanation } from '../../host/protocol.js';
import type { ShownPreview } from '../../state/recognition-previews.js';
import type { RecognitionState } from '../../state/recognition-state.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Picture } from '../../ui/components/picture.js';
import { Rows } from '../../ui/components/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { CloserWaiting } from './closer-waiting.js';
import { pictureTitle } from './picture-panel.js';
import { PreviewView } from './preview-view.js';
import { xrayLayout } from './xray-layout.js';
import { xrayRows } from './xray-rows.js';

/** What became of the selected picture, stage by stage; the digit is outlined on the picture itself. */
export function XrayView({ state }: { state: RecognitionState }) {
  const { closer } = state;
  if (closer?.status !== 'ready' || !closer.explanation) {
    return <CloserWaiting state={state} words="Going through the stages" />;
  }
  return <Stages state={state} explanation={closer.explanation} preview={closer.preview} />;
}

interface StagesProps {
  state: RecognitionState;
  explanation: PictureExplanation;
  preview: ShownPreview;
}

function Stages({ state, explanation, preview }: StagesProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const { stages } = explanation;
  const stage = Math.min(state.stage, stages.length - 1);
  const layout = xrayLayout(area, stages.length);
  const width = area.width - 2;
  const words = xrayRows(explanation, { stage, width, glyphs });
  return (
    <>
      {layout.kind === 'all' ? (
        <Box flexWrap="wrap" width={layout.panel.width * layout.columns}>
          {stages.map((each, index) => (
            <StagePanel
              key={each.name}
              title={index === 0 ? pictureTitle(state) : each.name}
              isShown={index === stage}
              size={layout.panel}
              content={index === 0 ? preview : each}
            />
          ))}
        </Box>
      ) : (
        <Box>
          <StagePanel title={pictureTitle(state)} size={layout.picture} content={preview} />
          <StagePanel title={stages[stage].name} size={layout.stage} content={stages[stage]} />
        </Box>
      )}
      <Box paddingX={1}>
        <Rows rows={words} width={width} height={layout.words} />
      </Box>
    </>
  );
}

interface StagePanelProps {
  title: string;
  size: { width: number; height: number };
  content: ExplainedStage | ShownPreview;
  isShown?: boolean;
}

function StagePanel({ title, size, content, isShown }: StagePanelProps) {
  const { glyphs } = useTerminal();
  const inner = panelInner(size);
  const mark = isShown ? `${glyphs.pointer} ${title}` : title;
  return (
    <Panel title={mark} {...size} tone={isShown ? 'accent' : 'dim'}>
      {'status' in content ? (
        <PreviewView preview={content} {...inner} />
      ) : (
        <StagePicture stage={content} {...inner} />
      )}
    </Panel>
  );
}

function StagePicture({
  stage: { png },
  ...size
}: {
  stage: ExplainedStage;
  width: number;
  height: number;
}) {
  const bytes = useMemo(() => Buffer.from(png, 'base64'), [png]);
  // Pictures of stages have no name of their own: what they hold tells them apart.
  return <Picture png={bytes} cacheKey={`stage ${png}`} {...size} />;
}
