import { Box } from 'ink';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { pageOf } from '../../state/live/guide.js';
import { type GuideSide, guidePages, guideSides } from '../../state/live/guide-pages.js';
import { Frame } from '../../ui/components/frame.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import type { Availability } from '../../ui/keys/keys.js';
import { useKeyClick, useKeys } from '../../ui/keys/use-keys.js';
import { span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { useMouse } from '../../ui/terminal/use-mouse.js';
import { PreviewView } from '../recognition/preview-view.js';
import { PictureOnStage } from '../stage/picture-on-stage.js';
import { stagePage } from '../stage/stage-page.js';
import type { DemoViewProps } from './demo-view.js';
import {
  guideHead,
  guideHeadRows,
  guideTruth,
  guideVerdict,
  guideVerdictRows,
} from './guide-rows.js';

/** What makes a picture readable, page by page, each with a good and a bad one that are read there and then. */
export function GuideView({ live, status, onBack }: DemoViewProps) {
  const { guide } = live;
  const { place } = useStore(guide.store);
  const { stage } = useTerminal();
  const area = useWorkArea();
  useEffect(() => {
    void guide.open(live.store.getState().model);
  }, [guide, live]);

  // On stage there is room for one picture at a time.
  const pictures = stage === 'on' ? 1 : guideSides.length;
  const turn = (direction: 1 | -1) => void guide.move(direction * pictures);
  const last = guidePages.length * guideSides.length - 1;
  const availability: Availability = {
    'demo-next': place + pictures > last ? 'this is the last page' : true,
    'demo-previous': place - pictures < 0 ? 'this is the first page' : true,
  };
  useKeys(
    'live-guide',
    {
      'demo-next': () => turn(1),
      'demo-previous': () => turn(-1),
      'demo-again': () => void guide.read(),
      back: onBack,
    },
    { availability },
  );
  const click = useKeyClick();
  const mouse = useMouse({
    onPress: ({ column }) => click(column < area.width / 2 ? 'left' : 'right'),
    onWheel: turn,
  });
  return (
    <Frame screen="live-demo" place="live-guide" availability={availability} status={status}>
      <Box ref={mouse} {...area} flexDirection="column">
        {stage === 'on' ? <PageOnStage live={live} /> : <Page live={live} />}
      </Box>
    </Frame>
  );
}

type PageProps = Pick<DemoViewProps, 'live'>;

function Page({ live }: PageProps) {
  const { guide } = live;
  const state = useStore(guide.store);
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const index = pageOf(state);
  const page = guidePages[index];
  const width = area.width - 2;
  const height = area.height - guideHeadRows - 1;
  const half = Math.floor(area.width / 2);
  const model = state.model === undefined ? '' : `read by ${state.model}`;
  const foot =
    state.problem === undefined
      ? span(model, 'dim')
      : span(`${glyphs.cross} ${state.problem}; r tries again`, 'bad');
  const head = guideHead(page, { width, place: index, count: guidePages.length });
  return (
    <>
      <Box paddingX={1}>
        <Rows rows={head} width={width} height={guideHeadRows} />
      </Box>
      <Box height={height}>
        {guideSides.map((side, place) => (
          <Side
            key={side}
            live={live}
            side={side}
            width={place === 0 ? half : area.width - half}
            height={height}
          />
        ))}
      </Box>
      <Box paddingX={1}>
        <Rows rows={[[foot]]} width={width} />
      </Box>
    </>
  );
}

interface SideProps extends PageProps {
  side: GuideSide;
  width: number;
  height: number;
}

function Side({ live: { guide }, side, ...frame }: SideProps) {
  const state = useStore(guide.store);
  const { glyphs } = useTerminal();
  const page = guidePages[pageOf(state)];
  const { width, height } = panelInner(frame);
  const reading = state.readings.get(guide.files[guideSides.indexOf(side)]);
  const title = side === 'good' ? `${glyphs.check} Good` : `${glyphs.cross} Bad: ${page.bad}`;
  return (
    <Panel title={title} {...frame}>
      <PreviewView preview={reading?.preview} width={width} height={height - guideVerdictRows} />
      <Rows
        rows={guideVerdict(reading?.result, { page, side, glyphs })}
        width={width}
        height={guideVerdictRows}
      />
    </Panel>
  );
}

function PageOnStage({ live: { guide } }: PageProps) {
  const state = useStore(guide.store);
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const page = guidePages[pageOf(state)];
  const side = guideSides[state.place % guideSides.length];
  const reading = state.readings.get(guide.files[guideSides.indexOf(side)]);
  const words = side === 'good' ? page.title : page.bad;
  if (!reading?.result) {
    const line = state.problem ?? 'reading';
    const parts = [{ large: words }, { lines: [[span(line, 'strong')]] }];
    return <Rows rows={stagePage(parts, { ...area, glyphs })} {...area} />;
  }
  const mark = side === 'good' ? span(`${glyphs.check} `, 'good') : span(`${glyphs.cross} `, 'bad');
  const title = [mark, span(words, 'strong'), span(`  ${guideTruth(page, side)}`, 'accent')];
  return <PictureOnStage title={() => title} result={reading.result} preview={reading.preview} />;
}
