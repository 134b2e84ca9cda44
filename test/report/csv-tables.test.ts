import { describe, expect, it } from 'vitest';
import { csvTables } from '../../src/report/csv-tables.js';
import { madeReport, nothingKnown, run } from './made-report.js';

describe('the tables of a report', () => {
  const tables = csvTables(madeReport());
  const lines = (name: string) => tables[name].split('\r\n');

  it('are one file each', () => {
    expect(Object.keys(tables)).toEqual([
      'epochs.csv',
      'per-digit.csv',
      'confusion.csv',
      'calibration.csv',
      'coverage.csv',
      'hardest.csv',
      'layers.csv',
    ]);
  });

  it('have a row an epoch, with all digits of its figures', () => {
    expect(lines('epochs.csv')[0]).toBe(
      'epoch,trainLoss,trainAccuracy,validationLoss,validationAccuracy,accuracy0,accuracy1,accuracy2,accuracy3,accuracy4,accuracy5,accuracy6,accuracy7,accuracy8,accuracy9,learningRate,seconds,imagesPerSecond,improved',
    );
    expect(lines('epochs.csv')[2]).toBe(
      '2,0.2,0.95,0.25,0.94,0.94,0.94,0.94,0.94,0.94,0.94,0.94,0.94,0.94,0.94,0.001,3,300,true',
    );
  });

  it('leave empty what is undefined', () => {
    expect(lines('per-digit.csv').slice(1, 2)).toEqual(['0,0,,,']);
    const [first] = run.history;
    const history = [{ ...first, train: { loss: Number.NaN, accuracy: 0.5 } }];
    expect(csvTables(madeReport({ run: { ...run, history } }))['epochs.csv']).toContain(
      '\r\n1,,0.5,0.4,',
    );
  });

  it('have labels in rows and answers in columns', () => {
    expect(lines('confusion.csv')[0]).toMatch(/^label,read0,read1,/);
    expect(lines('confusion.csv')[5]).toBe('4,0,0,0,0,1,0,0,0,0,1');
  });

  it('quote names that hold separators', () => {
    expect(lines('hardest.csv')[1]).toMatch(
      /^0,4,9,0\.75,false,0,0\.72\d+,"\/digits\/4\/<script>alert\(""1""\)<\/script>&'7'\.png"$/,
    );
    expect(lines('layers.csv')[1]).toBe('conv1,"convolution 3x3, relu",26x26x32,320,320');
  });

  it('are left out where there is nothing to put into them', () => {
    expect(Object.keys(csvTables(nothingKnown))).toEqual(['epochs.csv', 'layers.csv']);
    const modelAlone = { ...nothingKnown, run: undefined };
    expect(Object.keys(csvTables(modelAlone))).toEqual(['layers.csv']);
  });
});
