import { Text } from 'ink';
import { useState } from 'react';
import { Frame } from '../../../src/ui/components/frame.js';
import { type Command, CommandsContext } from '../../../src/ui/components/palette-commands.js';
import { TextField } from '../../../src/ui/components/text-field.js';
import { useKeys } from '../../../src/ui/keys/use-keys.js';
import { usePaste, useWorkArea } from '../../../src/ui/terminal/terminal-context.js';
import { type Mounted, type MountOptions, mount } from '../../support/mount.js';

/** A small screen in its frame: it says in the first row of its work area what it did last; Enter opens a field. */
export async function openScreen(
  options?: MountOptions,
  commands: readonly Command[] = [],
): Promise<FramedScreen> {
  const view = await mount(
    <CommandsContext value={commands}>
      <TestScreen />
    </CommandsContext>,
    options,
  );
  return {
    ...view,
    text: () => view.screen().join('\n'),
    said: () => view.screen()[1].replace(/ in .*/, ''),
  };
}

export interface FramedScreen extends Mounted {
  /** All rows. */
  text(): string;
  said(): string;
}

function TestScreen() {
  const area = useWorkArea();
  const [said, setSaid] = useState('nothing');
  const [isNaming, setIsNaming] = useState(false);
  const [name, setName] = useState('');
  const availability = { 'look-at-data': 'no data is chosen yet' } as const;
  usePaste(setSaid);
  useKeys(
    'training-form',
    {
      start: () => setSaid('started'),
      'look-at-data': () => setSaid('looked'),
      edit: () => setIsNaming(true),
      'edit-next': () => setSaid('next'),
      'open-about': () => setSaid('about'),
      back: () => setSaid('back'),
    },
    { availability },
  );
  return (
    <Frame screen="training" place="training-form" availability={availability}>
      <Text>
        {said} in {area.width}x{area.height}
      </Text>
      <TextField value={name} onChange={setName} isFocused={isNaming} width={20} />
    </Frame>
  );
}
