import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Explanation, Layer } from '../../../state/analytics/explanation.js';
import { Rows } from '../../../ui/components/rows.js';
import { count } from '../../../ui/format.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { type RowLike, span } from '../../../ui/rows.js';
import { useViewArea } from '../analytics-frame.js';
import { Mosaic } from './mosaic.js';
import { mosaicLayout, pageSize } from './mosaic-layout.js';
import { headRow } from './sample-head.js';
import type { SamplePageProps } from './sample-page.js';
import { ExplanationNews } from './why-page.js';

/** Pixels of a channel as it is drawn. */
const side = 14;
const heads = 2;

/** What each convolution makes of the image, a picture a channel. */
export function LayersPage({ looked, samples, list }: SamplePageProps) {
  const area = useViewArea();
  const { explanation } = samples.facts;
  const asked = useStore(explanation.store);
  const isHere = looked.sample !== undefined;
  const { index } = looked;
  useEffect(() => explanation.want(isHere ? index : undefined), [explanation, index, isHere]);
  const [place, setPlace] = useState({ layer: 0, from: 0 });

  const room = { width: area.width, height: area.height - heads };
  const layout = mosaicLayout({ ...room, side });
  const page = pageSize(layout);
  const layers = asked.status === 'ready' ? asked.value.layers : [];
  const layer = layers[place.layer];
  const turnLayer = (by: number) => () => {
    const next = Math.max(0, Math.min(layers.length - 1, place.layer + by));
    if (next !== place.layer) setPlace({ layer: next, from: 0 });
  };
  const turnPage = (by: number) => () => {
    const last = Math.max(0, Math.ceil((layer?.channels ?? 0) / page) - 1) * page;
    setPlace({ ...place, from: Math.max(0, Math.min(last, place.from + by * page)) });
  };
  useKeys('analytics-sample', {
    'next-layer': turnLayer(1),
    'previous-layer': turnLayer(-1),
    'next-channels': turnPage(1),
    'previous-channels': turnPage(-1),
  });
  if (!layer) {
    return (
      <>
        <Rows rows={[headRow(looked, list, area.width)]} width={area.width} />
        <ExplanationNews asked={asked} width={area.width} />
      </>
    );
  }
  // The window may have become smaller or larger.
  const from = Math.floor(place.from / page) * page;
  const shown = layer.pictures.slice(from, from + page);
  const pictures = shown.map((pixels, channel) => ({
    image: { width: layer.width, height: layer.height, pixels },
    caption: channelCaption(layer, from + channel),
  }));
  return (
    <>
      <Rows
        rows={[headRow(looked, list, area.width), layerRow(layers, place.layer, { from, page })]}
        width={area.width}
      />
      <Mosaic pictures={pictures} layout={layout} side={side} {...room} />
    </>
  );
}

/** `conv1, 1 of 3: 26x26, channels 1 to 10 of 32, white is 3.21` */
function layerRow(
  layers: Explanation['layers'],
  place: number,
  { from, page }: { from: number; page: number },
): RowLike {
  const { name, width, height, channels, largest } = layers[place];
  const to = Math.min(channels, from + page);
  return [
    span(`${name}, ${place + 1} of ${layers.length}`, 'accent'),
    span(`: ${width}x${height}, channels ${count(from + 1)} to ${count(to)} of ${count(channels)}`),
    span(`, white is ${largest.toFixed(2)}`, 'dim'),
  ];
}

/** `12 up to 0.42`, `12 dark` */
function channelCaption({ pictures, largest }: Layer, channel: number): RowLike {
  const most = Math.max(...pictures[channel]);
  const peak = most === 0 ? 'dark' : `to ${((most / 255) * largest).toFixed(2)}`;
  return [span(`${channel + 1} `), span(peak, 'dim')];
}
