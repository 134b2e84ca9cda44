import { describe, expect, it } from 'vitest';
import { areaUnderRoc } from '../../bench/measurements/realworld/area-under-roc.js';
import { parseManifest } from '../../bench/measurements/realworld/manifest.js';
import { type ReadBenchPicture, scoreRealWorld } from '../../bench/measurements/realworld/score.js';

describe('the manifest of real pictures', () => {
  it('is read by the names of its columns, with either end of line', () => {
    const text =
      'source,label,file,width,height,ambiguous\r\nphotos,3,photos/a.png,20,30,\r\nsigns,not-a-digit,b.png,1,1,yes\r\n';
    expect(parseManifest(text)).toEqual([
      { source: 'photos', label: '3', file: 'photos/a.png', isAmbiguous: false },
      { source: 'signs', label: 'not-a-digit', file: 'b.png', isAmbiguous: true },
    ]);
  });

  it('that lacks a column is refused', () => {
    expect(() => parseManifest('source,label,file\n')).toThrow('no column ambiguous');
  });
});

describe('the area under the ROC curve', () => {
  it.each([
    [[0.1, 0.2], [0.3, 0.9], 1],
    [[0.3, 0.9], [0.1, 0.2], 0],
    [[0.5, 0.5], [0.5], 0.5],
    [[0.1, 0.4], [0.4, 0.35], 0.625],
  ])('of %j below and %j above is %f', (below, above, area) => {
    expect(areaUnderRoc(below, above)).toBeCloseTo(area);
  });

  it('is no number where a kind is missing', () => {
    expect(areaUnderRoc([], [1])).toBeNaN();
  });
});

function picture(
  source: string,
  label: string,
  digit: number,
  doubt: number,
  isAmbiguous = false,
): ReadBenchPicture {
  const probabilities = Array<number>(10).fill(0);
  probabilities[digit] = 1;
  const answer = { digit, confidence: 1 - doubt / 2, probabilities, notADigit: doubt };
  const file = `${source}/${label}-${digit}.png`;
  return { source, label, file, isAmbiguous, answer: { ...answer, rejected: doubt > 0.5 } };
}

describe('the scores of real pictures', () => {
  const scores = scoreRealWorld([
    picture('own-photos', '3', 3, 0.1),
    picture('own-photos', '4', 9, 0.2),
    picture('own-photos', '4', 9, 0.6),
    { source: 'own-photos', label: '5', file: 'broken.jpg', isAmbiguous: false },
    picture('hwd-1000', '7', 7, 0),
    picture('suho-40', '7', 7, 0),
    picture('in4085-scan100', '1', 7, 0.3),
    picture('letters', 'not-a-digit', 1, 0.9),
    picture('letters', 'not-a-digit', 1, 0.05),
    picture('letters', 'not-a-digit', 0, 0, true),
    picture('multi-digit', '12', 1, 0.4),
  ]);

  it('counts each source, what cannot be read as wrong', () => {
    expect(scores.sources[0]).toEqual({ source: 'own-photos', count: 4, accuracy: 0.25 });
    expect(scores.sources.map(({ source }) => source)).not.toContain('letters');
    expect(scores.sources.map(({ source }) => source)).not.toContain('multi-digit');
  });

  it('has a mean of sources, and none where one is missing', () => {
    expect(scores.means.map(({ accuracy }) => accuracy)).toEqual([Number.NaN, 2 / 3]);
  });

  it('leaves out what is ambiguous where digits stand against others', () => {
    // Doubts of digits: .1 .2 .6 1 0 0 .3; of the others: .9 and .05.
    expect(scores.areaUnderRoc).toBeCloseTo(8 / 14);
    expect(scores.heldBack).toBe(0.5);
  });

  it('says what the threshold keeps', () => {
    expect(scores.coverage).toBeCloseTo(5 / 7);
    expect(scores.accuracyOfKept).toBeCloseTo(3 / 5);
  });

  it('lists what was read as what, and the most certain errors first', () => {
    expect(scores.confusions).toEqual([
      'own-photos: 4 as 9 (2), 5 as unreadable (1)',
      'in4085-scan100: 1 as 7 (1)',
    ]);
    expect(scores.worst.map(({ file }) => file).slice(0, 3)).toEqual([
      'broken.jpg',
      'own-photos/4-9.png',
      'in4085-scan100/1-7.png',
    ]);
  });
});
