import { type Html, html, verbatim } from './html.js';
import { pageStyle } from './page-style.js';
import type { ReportData } from './report-data.js';
import { confidence } from './sections/confidence.js';
import { curves } from './sections/curves.js';
import { figures } from './sections/figures.js';
import { hardest } from './sections/hardest.js';
import { mistakes } from './sections/mistakes.js';
import { network } from './sections/network.js';
import { moment, origin } from './sections/origin.js';
import { summary } from './sections/summary.js';

/** What a page of ours says of itself, so that another one may take its place. */
export const reportMark = '<meta name="generator" content="digitscope';

/**
 * One HTML file that needs nothing else: no network, no script, pictures and curves within. It is
 * light or dark as the reader's system is, and can be printed.
 */
export function reportHtml(data: ReportData): string {
  const { name, madeAt, program, run, scores } = data;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${verbatim(reportMark)} report, ${program}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}: report of ${program}</title>
<style>${verbatim(pageStyle)}</style>
</head>
<body>
<header>
<h1>${name}</h1>
<p class="made">Report of ${program}, made ${moment(madeAt)}</p>
</header>
<main>
${summary(data)}
${run ? curves(run) : undefined}${figures(data)}${scores ? scored(data, scores) : undefined}${origin(data)}${network(data)}</main>
</body>
</html>
`;
  return page.html;
}

function scored({ hardest: samples }: ReportData, scores: NonNullable<ReportData['scores']>): Html {
  return html`${mistakes(scores)}${confidence(scores)}${samples.length > 0 ? hardest(samples, scores) : undefined}`;
}
