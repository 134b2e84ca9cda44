import { describe, expect, it } from 'vitest';
import { BrokenFrame, Frames } from '../../../src/host/wire/frames.js';

function frame(body: string): Buffer {
  return Buffer.from(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function all(frames: Frames): string[] {
  const found: string[] = [];
  for (let text = frames.next(); text !== undefined; text = frames.next()) found.push(text);
  return found;
}

describe('messages in a stream of bytes', () => {
  const bodies = ['{}', '', '"ä😀"', JSON.stringify({ text: 'x'.repeat(70_000) })];
  const stream = Buffer.concat(bodies.map(frame));

  it.each([1, 7, 1000, stream.length])('are found in pieces of %i bytes', (size) => {
    const frames = new Frames(2 ** 20);
    const found: string[] = [];
    for (let from = 0; from < stream.length; from += size) {
      frames.push(stream.subarray(from, from + size));
      found.push(...all(frames));
    }
    expect(found).toEqual(bodies);
  });

  it('may have other headers, in any order and any case', () => {
    const frames = new Frames(100);
    frames.push(
      Buffer.from('Content-Type: application/json; charset=utf-8\r\ncontent-length:2\r\n\r\n{}'),
    );
    expect(all(frames)).toEqual(['{}']);
  });

  it.each([
    ['a length that is too long', 'Content-Length: 101\r\n\r\n', /101 bytes/],
    ['a length below zero', 'Content-Length: -1\r\n\r\n', /no messages/],
    ['a length that is no number', 'Content-Length: 2e1\r\n\r\n', /no messages/],
    ['no length', 'Content-Type: x\r\n\r\n', /no messages/],
    ['another protocol', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', /no messages/],
    ['no end', 'x'.repeat(1024), /no messages/],
  ])('end with a header of %s', (_, header, reason) => {
    const frames = new Frames(100);
    frames.push(frame('{}'));
    frames.push(Buffer.from(header));
    expect(frames.next()).toBe('{}');
    const broken = () => frames.next();
    expect(broken).toThrow(BrokenFrame);
    expect(broken).toThrow(reason);
  });

  it('take the memory of what has come, not of what was promised', () => {
    const before = process.memoryUsage().arrayBuffers;
    const frames = Array.from({ length: 50 }, () => new Frames(2 ** 26));
    for (const each of frames) each.push(Buffer.from('Content-Length: 60000000\r\n\r\n{'));
    expect(frames.every((each) => each.next() === undefined)).toBe(true);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 22);
  });
});
