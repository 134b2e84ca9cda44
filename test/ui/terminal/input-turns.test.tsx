import { useEffect, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Rows } from '../../../src/ui/components/rows.js';
import { useKeyPress } from '../../../src/ui/keys/use-keys.js';
import { InputTurns } from '../../../src/ui/terminal/input-turns.js';
import { type Mounted, mount, settle } from '../../support/mount.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the turns of what is typed', () => {
  it('wait until React is there', async () => {
    const turns = new InputTurns();
    const handle = vi.fn();
    turns.take(handle);
    await turn();
    expect(handle).not.toHaveBeenCalled();
    turns.attach(() => turns.round());
    await turn();
    expect(handle).toHaveBeenCalledOnce();
  });

  it('wait for two rounds of React each', async () => {
    const turns = new InputTurns();
    const ask = vi.fn();
    const handle = vi.fn();
    turns.attach(ask);
    turns.take(handle);
    turns.take(handle);
    turns.round();
    await turn();
    expect(handle).not.toHaveBeenCalled();
    turns.round();
    for (let count = 0; count < 9; count += 1) await turn();
    expect(handle).toHaveBeenCalledOnce();
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('come to what an input brought about before those that wait', async () => {
    const turns = new InputTurns();
    const order: string[] = [];
    turns.attach(() => turns.round());
    turns.take(() => {
      order.push('choose');
      turns.takeNext(() => order.push('what was chosen'));
    });
    turns.take(() => order.push('the next key'));
    for (let count = 0; count < 12; count += 1) await turn();
    expect(order).toEqual(['choose', 'what was chosen', 'the next key']);
  });

  it('take the moves of one drag together, and nothing else with them', async () => {
    const turns = new InputTurns();
    const order: string[] = [];
    const ask = vi.fn();
    turns.attach(ask);
    const round = async () => {
      turns.round();
      turns.round();
      for (let count = 0; count < 9; count += 1) await turn();
    };
    turns.take(() => order.push('press'));
    for (const move of ['a', 'b', 'c']) turns.takeDrag(() => order.push(move));
    turns.take(() => order.push('release'));
    turns.takeDrag(() => order.push('another drag'));
    await round();
    expect(order).toEqual(['press']);
    await round();
    expect(order).toEqual(['press', 'a', 'b', 'c']);
    turns.takeDrag(() => order.push('goes with it'));
    await round();
    await round();
    expect(order.slice(4)).toEqual(['release', 'another drag', 'goes with it']);
  });

  it('go on after one that fails', async () => {
    const turns = new InputTurns();
    const order: string[] = [];
    const tick = vi.spyOn(process, 'nextTick').mockImplementation((act) => {
      try {
        act();
      } catch {
        order.push('failed');
      }
    });
    turns.attach(() => turns.round());
    turns.take(() => {
      throw new Error('broken');
    });
    turns.take(() => order.push('the next key'));
    for (let count = 0; count < 8; count += 1) await turn();
    tick.mockRestore();
    expect(order).toEqual(['failed', 'the next key']);
  });
});

describe('a key', () => {
  let view: Mounted;
  let test: Test;
  afterEach(() => view.unmount());

  async function show(): Promise<void> {
    test = { heard: [], open: () => {} };
    view = await mount(<Screens test={test} />);
  }

  it('that comes with the first frame of another screen is for that screen', async () => {
    await show();
    test.open('second');
    while (!view.screen()[0].includes('second')) await turn();
    view.services.pressKey('x');
    await settle();
    expect(test.heard).toEqual(['x on second']);
  });

  it('that comes before the frame is for that screen too', async () => {
    await show();
    test.open('second');
    view.services.pressKey('x');
    await settle();
    expect(test.heard).toEqual(['x on second']);
  });

  it('is handled after all that the key before it brought about, also by effects', async () => {
    await show();
    for (const key of ['escape', 'o', 'x', 'y']) {
      view.services.turns.take(() => view.services.pressKey(key));
    }
    await settle();
    await settle();
    await settle();
    expect(test.heard).toEqual(['escape on first', 'o on first', 'x on last', 'y on last']);
  });
});

interface Test {
  heard: string[];
  open: (screen: string) => void;
}

function Screens({ test }: { test: Test }) {
  const [screen, setScreen] = useState('first');
  test.open = setScreen;
  // Keyed: each is another screen, with listeners of its own.
  return <Screen key={screen} name={screen} heard={test.heard} onOpen={setScreen} />;
}

interface ScreenProps {
  name: string;
  heard: string[];
  onOpen: (name: string) => void;
}

function Screen({ name, heard, onOpen }: ScreenProps) {
  useKeyPress((key) => {
    heard.push(`${key} on ${name}`);
    if (key === 'o') onOpen('passing');
  });
  useEffect(() => {
    if (name === 'passing') onOpen('last');
  }, [name, onOpen]);
  return <Rows rows={[`this is ${name}`]} width={40} />;
}
