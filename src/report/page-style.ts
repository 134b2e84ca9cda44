/** How a report looks: light or dark as the reader's system is, and light on paper. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1c2126; --dim: #5b6670; --line: #d5dbe0; --soft: #f3f5f7;
  --train: #0b6bcb; --validation: #b4520a; --right: #0f7b4f; --wrong: #c0392b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181c; --ink: #e4e8eb; --dim: #9aa5af; --line: #39424a; --soft: #1e2429;
    --train: #6cb2ff; --validation: #ffa657; --right: #4ccf94; --wrong: #ff7b6e;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 60rem;
  background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 2.5rem 0 .75rem; padding-bottom: .25rem; font-size: 1.25rem; border-bottom: 1px solid var(--line); }
h3 { margin: 1rem 0 .25rem; font-size: 1rem; }
p { margin: .5rem 0; max-width: 46rem; overflow-wrap: anywhere; }
.summary { font-size: 1.1rem; }
.dim, figcaption, dt, .made { color: var(--dim); }
.missing { padding: .5rem .9rem; border: 1px solid var(--line); border-left: .3rem solid var(--validation); background: var(--soft); }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: 1rem 1.5rem; }
figure { margin: 0; break-inside: avoid; }
figcaption { font-size: .875rem; }
svg { display: block; width: 100%; height: auto; font: 11px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: var(--ink); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9375rem; }
th, td { padding: .25rem .9rem .25rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
thead th { color: var(--dim); font-weight: 400; }
.right { text-align: right; }
th, .right { white-space: nowrap; }
dl { margin: .5rem 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .15rem 1.5rem; }
dl div { display: flex; gap: .6rem; }
dt { flex: 0 0 8.5rem; }
dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
pre { padding: .75rem .9rem; background: var(--soft); border: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; font-size: .875rem; }
.share { display: inline-block; width: 8rem; height: .7rem; background: var(--soft); border: 1px solid var(--line); }
.share i { display: block; height: 100%; background: var(--train); }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(7rem, 1fr)); gap: 1rem; }
.pictures img { display: block; width: 84px; height: 84px; image-rendering: pixelated; border: 1px solid var(--line); }
.pictures figcaption { overflow-wrap: anywhere; }
.pictures strong { color: var(--ink); }
.grid { stroke: var(--line); }
.label { fill: var(--dim); }
.middle { text-anchor: middle; }
.end { text-anchor: end; }
.train { stroke: var(--train); } .validation { stroke: var(--validation); }
.curve { fill: none; stroke-width: 2; stroke-linejoin: round; }
.curve.train { stroke-dasharray: 5 3; }
.dot.train { fill: var(--train); } .dot.validation { fill: var(--validation); }
.mark { stroke: var(--dim); stroke-dasharray: 2 3; }
.best { stroke: var(--validation); fill: var(--paper); stroke-width: 2; }
.ideal { stroke: var(--dim); stroke-dasharray: 4 4; }
.bar { fill: var(--train); fill-opacity: .55; stroke: var(--train); }
.cell.hit { fill: var(--right); } .cell.miss { fill: var(--wrong); }
.none { fill: var(--line); }
@page { margin: 16mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --ink: #000000; --dim: #4d555c; --line: #c4cbd0; --soft: #f3f5f7;
    --train: #0b6bcb; --validation: #b4520a; --right: #0f7b4f; --wrong: #c0392b;
  }
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  .wide { overflow: visible; }
  table { font-size: 8.5pt; }
  th, td { padding-right: .6rem; }
  h2, h3 { break-after: avoid; }
  tr, .pictures figure, dl div { break-inside: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
