import { expect, test, vi } from 'vitest';
import { read, readNumber, startRecognition } from './recognition-fakes.js';

async function opened() {
  const started = startRecognition();
  void started.recognition.read(['/a.png', '/b.png']);
  await vi.waitFor(() => expect(started.host.predictions).toHaveLength(1));
  started.host.last.tell(2, read('/a.png', 7, 0.9), read('/b.png', 3, 0.8));
  started.host.last.answer();
  await vi.waitFor(() => expect(started.recognition.store.getState().reading?.status).toBe('done'));
  return { ...started, state: () => started.recognition.store.getState() };
}

test('a number is asked for when it is looked at, and outlined on its picture', async () => {
  const { recognition, host, state } = await opened();
  recognition.closer.switchTo('number');
  await vi.waitFor(() => expect(host.predictions).toHaveLength(2));
  expect(host.last.params).toMatchObject({ paths: ['/a.png'], reading: 'number' });
  host.last.tell(1, { ...read('/a.png', 7, 0.9), number: readNumber('71') });
  host.last.answer();
  await vi.waitFor(() => expect(state().closer?.status).toBe('ready'));
  expect(state().closer).toMatchObject({ file: '/a.png', view: 'number', number: { text: '71' } });
  expect(host.boxes.at(-1)).toEqual(readNumber('71').digits.map(({ box }) => box));
  recognition.closer.switchTo('number');
  expect(state().view).toBe('picture');
});

test('a number that was read with the others is not asked for again', async () => {
  const { recognition, host, state } = await opened();
  void recognition.switchNumbers();
  await vi.waitFor(() => expect(host.predictions).toHaveLength(2));
  expect(host.last.params.reading).toBe('number');
  host.last.tell(
    2,
    { ...read('/a.png', 7, 0.9), number: readNumber('71') },
    read('/b.png', 3, 0.8),
  );
  host.last.answer();
  await vi.waitFor(() => expect(state().reading?.status).toBe('done'));
  recognition.closer.switchTo('number');
  await vi.waitFor(() => expect(state().closer?.status).toBe('ready'));
  expect(host.predictions).toHaveLength(2);
});

test('what went wrong is told', async () => {
  const { recognition, host, state } = await opened();
  recognition.closer.switchTo('number');
  await vi.waitFor(() => expect(host.predictions).toHaveLength(2));
  host.last.fail(new Error('the host is gone'));
  await vi.waitFor(() =>
    expect(state().closer).toMatchObject({ status: 'failed', problem: 'the host is gone' }),
  );
});

test('the stages of the X-ray go round, and another picture has its own', async () => {
  const { recognition, state } = await opened();
  recognition.closer.switchTo('xray');
  await vi.waitFor(() => expect(state().closer?.status).toBe('ready'));
  recognition.closer.nextStage(1);
  recognition.closer.nextStage(1);
  expect(state().stage).toBe(2);
  recognition.lookCloser();
  expect(state().stage).toBe(0);
  recognition.move(1);
  await vi.waitFor(() => expect(state().closer).toMatchObject({ file: '/b.png', status: 'ready' }));
  expect(recognition.back()).toBe('stepped');
  expect(state().view).toBe('picture');
});
