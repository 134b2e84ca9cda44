import { expect, it } from 'vitest';
import { digitNetwork } from '../../../src/model/network.js';
import { aboutRows } from '../../../src/screens/about/about-rows.js';
import { networkRows } from '../../../src/screens/about/network-rows.js';
import { rowText } from '../../../src/ui/rows.js';

it('shows the network layer by layer', () => {
  expect(networkRows(digitNetwork, 44).map(rowText)).toEqual([
    'layer                  output     parameters',
    'one image              28x28x1              ',
    'convolution 3x3, relu  26x26x32          320',
    'max pooling 2x2        13x13x32             ',
    'batch normalisation    13x13x32          128',
    'convolution 3x3, relu  11x11x64       18,496',
    'max pooling 2x2        5x5x64               ',
    'batch normalisation    5x5x64            256',
    'convolution 3x3, relu  3x3x128        73,856',
    'batch normalisation    3x3x128           512',
    'flatten                1152                 ',
    'dropout 0.5            1152                 ',
    'dense, relu            128           147,584',
    'batch normalisation    128               512',
    'dropout 0.3            128                  ',
    'dense, softmax         10              1,290',
    'all together                         242,954',
    'trainable                            242,250',
  ]);
});

it('says what the program is in the rows of the smallest terminal', () => {
  const facts = { version: '1.2.3', workspace: '/home/ada/digits', engine: undefined };
  const rows = aboutRows(facts, 28).map(rowText);
  expect(rows.slice(0, 2)).toEqual(['Digitscope 1.2.3', 'a terminal lab for']);
  expect(rows).toContain('/home/ada/digits');
  expect(rows.length).toBeLessThanOrEqual(22);
});
