import { type Html, html } from '../html.js';

const side = 38;
const margin = { left: 46, top: 40 };
/** Numbers stay readable on the strongest cell, light and dark. */
const strongest = 0.6;

/**
 * A confusion matrix as a heat map with its numbers: labels in rows, answers in columns. A cell is
 * as strong as its share of the row, and mistakes, which are rare, are drawn stronger than that.
 */
export function confusionMap(confusion: readonly (readonly number[])[]): Html {
  const width = margin.left + confusion.length * side + 4;
  const height = margin.top + confusion.length * side + 4;
  const heads = confusion.map((_, digit) => {
    const middle = digit * side + side / 2;
    return html`<text class="middle" x="${margin.left + middle}" y="${margin.top - 8}">${digit}</text><text class="end" x="${margin.left - 8}" y="${margin.top + middle + 4}">${digit}</text>
`;
  });
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Confusion matrix: labels in rows, answers in columns">
<text class="label" x="${margin.left}" y="14">answer</text><text class="label" x="2" y="${margin.top - 8}">label</text>
${heads}${confusion.map(drawnRow)}</svg>`;
}

function drawnRow(row: readonly number[], label: number): Html[] {
  const total = row.reduce((sum, count) => sum + count, 0);
  return row.map((count, digit) => {
    const x = margin.left + digit * side;
    const y = margin.top + label * side;
    const share = total > 0 ? count / total : 0;
    const strength = label === digit ? share : share ** 0.4;
    const kind = label === digit ? 'hit' : 'miss';
    return html`<rect class="cell ${kind}" x="${x}" y="${y}" width="${side - 1}" height="${side - 1}" fill-opacity="${(strength * strongest).toFixed(3)}"><title>${label} read as ${digit}: ${count}</title></rect><text class="middle${count === 0 ? ' none' : ''}" x="${x + side / 2}" y="${y + side / 2 + 4}">${count}</text>
`;
  });
}
