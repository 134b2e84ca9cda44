import { describe, expect, it } from 'vitest';
import {
  answerRows,
  probabilityRows,
  stageRows,
} from '../../../src/screens/recognition/answer-rows.js';
import { pictureLayout } from '../../../src/screens/recognition/picture-layout.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';
import { blank, read } from '../../state/recognition-fakes.js';

const glyphs = glyphsFor('unicode');

describe('the layout of a picture', () => {
  it.each([
    [
      { width: 80, height: 22 },
      { panelHeight: 16, gridScale: 1, barRows: 5, stageRows: 1 },
    ],
    [
      { width: 100, height: 28 },
      { panelHeight: 16, gridScale: 1, barRows: 10, stageRows: 2 },
    ],
    [
      { width: 120, height: 38 },
      { panelHeight: 30, gridScale: 2, barRows: 5, stageRows: 3 },
    ],
    [
      { width: 120, height: 30 },
      { panelHeight: 17, gridScale: 1, barRows: 10, stageRows: 3 },
    ],
    [
      { width: 200, height: 58 },
      { panelHeight: 45, gridScale: 2, barRows: 10, stageRows: 3 },
    ],
  ])('of %o is %o', (area, expected) => {
    const layout = pictureLayout(area);
    expect(layout).toMatchObject(expected);
    expect(layout.panelHeight + layout.barRows + layout.stageRows).toBe(area.height);
    expect(layout.pictureWidth + layout.gridWidth + layout.answerWidth).toBe(area.width);
    expect(layout.gridWidth).toBe(28 * layout.gridScale + 4);
    expect(layout.panelHeight).toBeGreaterThanOrEqual(14 * layout.gridScale + 2);
  });
});

describe('the answer', () => {
  const text = (result: Parameters<typeof answerRows>[0]) =>
    answerRows(result, { model: 'starter', width: 16, height: 14, glyphs }).map((row) =>
      rowText(row).trimEnd(),
    );

  it('says the digit, how sure it is and the time', () => {
    expect(text(read('/a.png', 7, 0.987))).toEqual([
      '',
      '   ██████████',
      '         ▗██▌',
      '         ██▛',
      '        ▟█▛',
      '       ▟██',
      '      ▐██▘',
      '      ██▘',
      '',
      ' seven  98.7 %',
      '      High',
      '',
      '    starter',
      '     6.2 ms',
    ]);
  });

  it('says where it should not be trusted', () => {
    const rows = text(read('/a.png', 3, 0.15));
    expect(rows.slice(-6)).toEqual([
      ' three  15.0 %',
      '      Low',
      '  not a digit?',
      '',
      '    starter',
      '     6.2 ms',
    ]);
  });

  it('has as large a digit as there is room for', () => {
    const rows = answerRows(read('/a.png', 1, 0.9), { width: 36, height: 43, glyphs, model: 'm' });
    const inked = rows.filter((row) => rowText(row).includes('█'));
    expect(inked).toHaveLength(24);
    expect(rows).toHaveLength(43);
  });

  it('shows no digit for a blank picture', () => {
    expect(text(blank('/a.png')).filter((line) => line !== '')).toEqual([
      ' blank picture',
      'no ink was found',
      '    starter',
      '     6.2 ms',
    ]);
  });
});

describe('the ten bars', () => {
  it('stand five beside five where there is little height', () => {
    const rows = probabilityRows(read('/a.png', 7, 0.91), { width: 49, glyphs, rows: 5 });
    expect(rows.map(rowText)).toEqual([
      ' 0 ▏              1.0 %    5 ▏              1.0 %',
      ' 1 ▏              1.0 %    6 ▏              1.0 %',
      ' 2 ▏              1.0 %   ›7 ███████████▉  91.0 %',
      ' 3 ▏              1.0 %    8 ▏              1.0 %',
      ' 4 ▏              1.0 %    9 ▏              1.0 %',
    ]);
  });

  it('stand below each other where there is room', () => {
    const rows = probabilityRows(read('/a.png', 7, 0.91), { width: 40, glyphs, rows: 10 });
    expect(rows).toHaveLength(10);
  });
});

describe('the stages', () => {
  const seen = (stages: string[]) => {
    const picture = read('/a.png', 7, 0.9);
    return { ...picture, seen: { ...picture.seen, stages } };
  };
  const lines = (stages: string[], rows: number) =>
    stageRows(seen(stages), { width: 32, rows, glyphs }).map(rowText);

  it('are said in their order', () => {
    expect(lines(['dark on light', 'shadow removed', 'ruled line removed'], 2)).toEqual([
      'dark on light, shadow removed,',
      'ruled line removed',
    ]);
  });

  it('that find no room are a key away', () => {
    expect(lines(['dark on light', 'shadow removed', 'ruled line removed'], 1)).toEqual([
      'dark on light,…  Enter tells all',
    ]);
  });

  it('say where nothing was done', () => {
    expect(lines([], 2)).toEqual(['taken as it is']);
  });
});
