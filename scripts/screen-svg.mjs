/** A terminal's screen as an SVG picture. Blocks, braille and borders are drawn as shapes, so that no font is asked for them. */

const cellWidth = 10;
const cellHeight = 20;
const margin = 12;
const papers = {
  dark: { foreground: '#d8dee9', background: '#14171c' },
  light: { foreground: '#24292f', background: '#fbfaf7' },
};
const basic = [
  ['#2b303b', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#d8dee9'],
  ['#5c6370', '#ff7b86', '#b5e890', '#ffd68a', '#7cc4ff', '#de8cf2', '#66d9e8', '#ffffff'],
].flat();

/** `terminal` is one of @xterm/headless, `paper` its background: dark or light. */
export function screenSvg(terminal, paper = 'dark') {
  const { background } = papers[paper];
  const { cols, rows, buffer } = terminal;
  const parts = [];
  for (let y = 0; y < rows; y += 1) {
    const line = buffer.active.getLine(buffer.active.viewportY + y);
    for (let x = 0; x < cols; x += 1) {
      const cell = line?.getCell(x);
      if (cell && cell.getWidth() > 0) parts.push(...drawCell(cell, x, y, papers[paper]));
    }
  }
  const width = cols * cellWidth + 2 * margin;
  const height = rows * cellHeight + 2 * margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-margin} ${-margin} ${width} ${height}">
<rect x="${-margin}" y="${-margin}" width="${width}" height="${height}" rx="8" fill="${background}"/>
<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="16.6" shape-rendering="crispEdges">
${parts.join('\n')}
</g>
</svg>`;
}

function drawCell(cell, column, row, { foreground, background }) {
  let ink = color(cell, 'Fg') ?? foreground;
  let paper = color(cell, 'Bg');
  if (cell.isInverse()) [ink, paper] = [paper ?? background, ink];
  const x = column * cellWidth;
  const y = row * cellHeight;
  const opacity = cell.isDim() ? 0.55 : 1;
  const parts = paper ? [box(x, y, cellWidth * cell.getWidth(), cellHeight, paper)] : [];
  const text = cell.getChars();
  if (text.trim() !== '') parts.push(drawText(text, { x, y, ink, opacity, bold: cell.isBold() }));
  return parts;
}

function drawText(text, { x, y, ink, opacity, bold }) {
  const code = text.codePointAt(0);
  const fill = (left, top, width, height, alpha = opacity) =>
    box(x + left, y + top, width, height, ink, alpha);
  if (code >= 0x2581 && code <= 0x2588) {
    const height = (cellHeight * (code - 0x2580)) / 8;
    return fill(0, cellHeight - height, cellWidth, height);
  }
  if (code >= 0x2589 && code <= 0x258f)
    return fill(0, 0, (cellWidth * (0x2590 - code)) / 8, cellHeight);
  if (code === 0x2580) return fill(0, 0, cellWidth, cellHeight / 2);
  if (code >= 0x2591 && code <= 0x2593) {
    return fill(0, 0, cellWidth, cellHeight, opacity * (code - 0x2590) * 0.25);
  }
  if (code >= 0x2800 && code <= 0x28ff) return braille(code - 0x2800, x, y, ink, opacity);
  const path = borders[text];
  if (path) {
    return `<path d="M${x} ${y} ${path}" fill="none" stroke="${ink}" stroke-opacity="${opacity}" stroke-width="1.4" shape-rendering="auto"/>`;
  }
  const weight = bold ? ' font-weight="bold"' : '';
  return `<text x="${x}" y="${y + 15.5}" fill="${ink}" fill-opacity="${opacity}"${weight}>${escapeXml(text)}</text>`;
}

const borders = {
  '─': 'm0 10 h10',
  '━': 'm0 10 h10 m-10 1 h10',
  '┄': 'm1 10 h2 m1.5 0 h2 m1.5 0 h2',
  '│': 'm5 0 v20',
  '╭': 'm5 20 v-5 q0 -5 5 -5',
  '╮': 'm5 20 v-5 q0 -5 -5 -5',
  '╰': 'm5 0 v5 q0 5 5 5',
  '╯': 'm5 0 v5 q0 5 -5 5',
};

// Dots 1 to 8 of a braille cell: column and row.
const dots = [
  [0, 0],
  [0, 1],
  [0, 2],
  [1, 0],
  [1, 1],
  [1, 2],
  [0, 3],
  [1, 3],
];

function braille(bits, x, y, ink, opacity) {
  return dots
    .filter((_, index) => bits & (1 << index))
    .map(([column, row]) => {
      const at = `cx="${x + 2.5 + column * 5}" cy="${y + 2.5 + row * 5}"`;
      return `<circle ${at} r="1.5" fill="${ink}" fill-opacity="${opacity}" shape-rendering="auto"/>`;
    })
    .join('');
}

function color(cell, layer) {
  const value = cell[`get${layer}Color`]();
  if (cell[`is${layer}RGB`]()) return `#${value.toString(16).padStart(6, '0')}`;
  return cell[`is${layer}Palette`]() ? palette(value) : undefined;
}

/** The 256 colours of xterm: 16 of the theme, a cube of 6 by 6 by 6, 24 greys. */
function palette(index) {
  if (index < 16) return basic[index];
  if (index >= 232) return `rgb(${Array(3).fill(8 + (index - 232) * 10)})`;
  const steps = [36, 6, 1].map((size) => Math.floor((index - 16) / size) % 6);
  return `rgb(${steps.map((step) => (step === 0 ? 0 : 55 + step * 40))})`;
}

function box(x, y, width, height, fill, opacity = 1) {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" fill-opacity="${opacity}"/>`;
}

function escapeXml(text) {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
