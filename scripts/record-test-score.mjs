// Writes a model's score on labelled samples that no choice was made by into its card:
//   node scripts/record-test-score.mjs MODEL [SOURCE]
import { join } from 'node:path';
import { writeFileWhole } from '../dist/files/write-whole.js';
import { HostClient } from '../dist/host/client.js';
import { Workspace } from '../dist/host/workspace.js';

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
