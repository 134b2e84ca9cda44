import { answerOf, probabilitiesOf } from '../../core/analysis/scored-samples.js';
import { waverOf } from '../../core/analysis/waver.js';
import { percent } from '../../ui/format.js';
import { type Html, html, section, verbatim } from '../html.js';
import type { ReportData, ReportSample, ReportScores } from '../report-data.js';
import { samplePng } from '../svg/sample-png.js';

/** The pictures that are read wrong with the most confidence, then those read right with the least. */
export function hardest(samples: ReportData['hardest'], scores: ReportScores): Html {
  return section(
    'hardest',
    'Hardest pictures',
    html`<p>As the network sees them, 28x28: first what is read wrong, the surest mistake first, then what is read right, the least sure first.</p>
<div class="pictures">${samples.map((sample) => drawn(sample, scores))}</div>`,
  );
}

function drawn({ index, pixels, file }: ReportSample, { samples }: ReportScores): Html {
  const label = samples.labels[index];
  const { digit, confidence, right } = answerOf(samples, index);
  const row = probabilitiesOf(samples, index);
  const { second } = waverOf(row);
  const words = right ? `${digit}, right` : `${label} read as ${digit}`;
  const image = samplePng(pixels.map((ink) => 255 - ink)).toString('base64');
  return html`<figure><img width="84" height="84" alt="${words}" src="data:image/png;base64,${verbatim(image)}">
<figcaption><strong>${words}</strong><br>${percent(confidence)}, then ${second} with ${percent(row[second])}${right || second === label ? undefined : html`<br>${label} with ${percent(row[label])}`}<br>${file === undefined ? `sample ${index}` : html`<span title="${file}">${shortened(file)}</span>`}</figcaption></figure>
`;
}

/** The folder, which is the label, and the name: whole paths are in the table. */
function shortened(file: string): string {
  return file.split(/[/\\]/).slice(-2).join('/');
}
