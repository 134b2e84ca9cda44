import { expect, it } from 'vitest';
import { toPrediction } from '../../src/core/prediction.js';
import { predictionsCsv } from '../../src/core/predictions-csv.js';

it('has a line a picture, quoted where a field needs it', () => {
  const probabilities = [0, 0, 0, 0.25, 0, 0, 0, 0.75, 0, 0];
  expect(
    predictionsCsv([
      { file: 'a, b.png', ...toPrediction(probabilities) },
      { file: 'x.png', error: 'x.png is "empty"' },
    ]),
  ).toBe(
    [
      'file,digit,confidence,status,notADigit,rejected,p0,p1,p2,p3,p4,p5,p6,p7,p8,p9,error',
      '"a, b.png",7,0.75,Medium,0.244219,false,0,0,0,0.25,0,0,0,0.75,0,0,',
      'x.png,,,,,,,,,,,,,,,,"x.png is ""empty"""',
      '',
    ].join('\r\n'),
  );
});
