import { expect, it } from 'vitest';
import { digitNetwork } from '../../../src/model/network.js';
import { networkRows } from '../../../src/screens/about/network-rows.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';

const rows = (width: number, mode: 'unicode' | 'ascii' = 'ascii', weightBytes?: number) =>
  networkRows(digitNetwork, { width, glyphs: glyphsFor(mode), weightBytes }).map(rowText);

it('shows the network layer by layer, with the share of each', () => {
  expect(rows(64).map((row) => row.trimEnd())).toEqual([
    'layer                  output     parameters   share',
    'one image              28x28x1',
    'convolution 3x3, relu  26x26x32          320   0.1 %',
    'max pooling 2x2        13x13x32',
    'batch normalisation    13x13x32          128   0.1 %',
    'convolution 3x3, relu  11x11x64       18,496   7.6 %  #',
    'max pooling 2x2        5x5x64',
    'batch normalisation    5x5x64            256   0.1 %',
    'convolution 3x3, relu  3x3x128        73,856  30.4 %  ###',
    'batch normalisation    3x3x128           512   0.2 %',
    'flatten                1152',
    'dropout 0.5            1152',
    'dense, relu            128           147,584  60.7 %  ######',
    'batch normalisation    128               512   0.2 %',
    'dropout 0.3            128',
    'dense, softmax         10              1,290   0.5 %',
    'all together                         242,954',
    'trainable                            242,250',
    'not trainable                            704',
    'weights on disk                       949 KB',
  ]);
});

it('takes the size on disk from the model that answers', () => {
  expect(rows(64, 'ascii', 973_816).at(-1)).toMatch(/^weights on disk +951 KB/);
});

it.each([54, 64, 94])('keeps to %i cells', (width) => {
  expect(rows(width).map((row) => row.length)).toEqual(Array(20).fill(width));
});
