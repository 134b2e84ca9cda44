// Writes a model's score on labelled samples that no choice was made by into its card:
//   node scripts/record-test-score.mjs MODEL [SOURCE]
// Needs a build, of which the host is started.
import { join } from 'node:path';
import '../test/support/typescript.mjs';

const { writeFileWhole } = await import('../src/files/write-whole.js');
const { HostClient } = await import('../src/host/client.js');
const { Workspace } = await import('../src/host/workspace.js');

const [name, source = 'mnist:test'] = process.argv.slice(2);
const workspace = new Workspace('.');
const client = await HostClient.connect(workspace);
const { count, accuracy } = await client.evaluate({ source, model: name });
client.close();

const { card } = await workspace.models.load(name);
const file = join('models', name, 'card.json');
const scored = { ...card, test: { source, count, accuracy } };
await writeFileWhole(file, `${JSON.stringify(scored, null, 2)}\n`);
console.log(`${file}: ${(accuracy * 100).toFixed(2)} % of ${count}`);
