import { basename } from 'node:path';
import type { Arrival, FolderWatchState } from '../../state/live/folder-watch.js';
import { cut } from '../../ui/cells.js';
import { count, percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { joinColumns, rowText, span } from '../../ui/rows.js';
import { statusTones } from '../recognition/answer-rows.js';
import { wrapWords } from '../wrap-words.js';

interface Size {
  width: number;
  glyphs: Glyphs;
}

/** The rows of the history from `from` on: when, which file, what it was read as. */
export function arrivalRows(
  { arrivals, place, from }: { arrivals: readonly Arrival[]; place: number; from: number },
  { width, height, glyphs }: Size & { height: number },
): Row[] {
  return arrivals.slice(from, from + height).map((arrival, index) => {
    const row = arrivalRow(arrival, { width, glyphs });
    return from + index === place ? [span(rowText(row), 'selected')] : row;
  });
}

const widths = { time: 8, digit: 5, confidence: 8, status: 6 };

function arrivalRow({ at, result }: Arrival, { width, glyphs }: Size): Row {
  const name = Math.max(8, width - 8 - widths.time - widths.digit - widths.confidence - 6);
  const file = cut(basename(result.file), name, { keep: 'end', ellipsis: glyphs.ellipsis });
  const head = [
    { row: [span(clockTime(at), 'dim')], width: widths.time },
    { row: file, width: name },
  ];
  const rest = width - name - widths.time - 4;
  if ('error' in result) {
    const start = `${basename(result.file)} `;
    const error = result.error.startsWith(start) ? result.error.slice(start.length) : result.error;
    // A reason is longer than a name.
    const short = Math.min(name, Math.max(12, Math.floor(width / 4)));
    return joinColumns([
      head[0],
      {
        row: cut(basename(result.file), short, { keep: 'end', ellipsis: glyphs.ellipsis }),
        width: short,
      },
      { row: [span(`${glyphs.cross} ${error}`, 'bad')], width: width - short - widths.time - 4 },
    ]);
  }
  if (result.seen.blank) {
    return joinColumns([...head, { row: [span('blank', 'warning')], width: rest }]);
  }
  const { digit, confidence, status, rejected } = result;
  return joinColumns([
    ...head,
    { row: [span(`${digit}${rejected ? '?' : ''}`, rejected ? 'warning' : 'strong')], width: 2 },
    { row: percent(confidence), width: widths.confidence, align: 'right' },
    { row: [span(status, statusTones[status])], width: widths.status },
  ]);
}

/** `16:04:12`, local time. */
export function clockTime(at: number): string {
  const date = new Date(at);
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** How the watching goes, in a line. */
export function watchStatusRow(
  { status, folder, arrivals }: Pick<FolderWatchState, 'status' | 'folder' | 'arrivals'>,
  { glyphs }: { glyphs: Glyphs },
): Row {
  switch (status.kind) {
    case 'watching': {
      const came = arrivals.length > 0 ? `, ${pictures(arrivals[0].number)} came` : '';
      const there = status.there > 0 ? `, ${pictures(status.there)} there before` : '';
      return [
        span(`${glyphs.dot} watching `, 'good'),
        span(folder, 'strong'),
        span(came + there, 'dim'),
      ];
    }
    case 'missing':
      return [
        span(`${folder} is not there yet: `, 'warning'),
        span('Enter', 'accent'),
        span(' makes it'),
      ];
    case 'gone':
      return [
        span(`${glyphs.cross} ${folder} was removed: `, 'bad'),
        span('Enter', 'accent'),
        span(' makes it again and watches it'),
      ];
    case 'failed':
      return [
        span(`${glyphs.cross} ${status.problem}: `, 'bad'),
        span('Enter', 'accent'),
        span(' tries again'),
      ];
    case 'starting':
      return [span(`opening the model, looking into ${folder}`)];
    case 'idle':
      return [
        span('not watching: ', 'warning'),
        span('Enter', 'accent'),
        span(` watches ${folder}`),
      ];
  }
}

/** While nothing has come: what to do elsewhere. */
export function invitationRows(
  { status, folder }: Pick<FolderWatchState, 'status' | 'folder'>,
  { width, line, glyphs }: Size & { line: string },
): RowLike[] {
  if (status.kind !== 'watching') {
    const row = watchStatusRow({ status, folder, arrivals: [] }, { glyphs });
    return [
      ...wrapWords(rowText(row), width).map((text) => [span(text, 'strong')]),
      '',
      [span('o', 'accent'), span('  another folder, or paste its path')],
      [span('i', 'accent'), span('  the inbox of the workspace')],
    ];
  }
  return [
    [span('Waiting for pictures', 'strong')],
    '',
    'Copy or save one to this folder:',
    ...wrapWords(folder, width).map((text) => [span(text, 'accent')]),
    '',
    'From another machine:',
    ...wrapWords(line, width).map((text) => [span(text, 'accent')]),
  ];
}

function pictures(number: number): string {
  return number === 1 ? '1 picture' : `${count(number)} pictures`;
}
