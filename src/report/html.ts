/** Text that is HTML already; any other text is escaped where it is put into a page. */
export interface Html {
  readonly html: string;
}

type Content = Html | string | number | undefined | readonly Content[];

/** Markup with values in it: text is escaped, lists are joined, what is undefined is left out. */
export function html(markup: TemplateStringsArray, ...values: readonly Content[]): Html {
  return { html: String.raw({ raw: markup }, ...values.map(toMarkup)) };
}

/** Markup of our own that has no values in it, such as a style sheet. */
export function verbatim(markup: string): Html {
  return { html: markup };
}

export interface TableColumn {
  head: string;
  /** Figures lie right, under each other. */
  align?: 'right';
}

/** The first cell of a row is its heading. */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly Content[])[],
): Html {
  const heads = columns.map(
    ({ head, align }) => html`<th scope="col"${classOf(align)}>${head}</th>`,
  );
  const body = rows.map(([first, ...cells]) => {
    const rest = cells.map(
      (cell, index) => html`<td${classOf(columns[index + 1]?.align)}>${cell}</td>`,
    );
    return html`<tr><th scope="row"${classOf(columns[0].align)}>${first}</th>${rest}</tr>\n`;
  });
  return html`<div class="wide"><table>
<thead><tr>${heads}</tr></thead>
<tbody>${body}</tbody>
</table></div>`;
}

/** Names and their values; those without a value are left out. */
export function facts(pairs: readonly (readonly [name: string, value: Content])[]): Html {
  const known = pairs.filter(([, value]) => value !== undefined && value !== '');
  return html`<dl>${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}

export function section(id: string, heading: string, ...content: readonly Content[]): Html {
  return html`<section id="${id}">
<h2>${heading}</h2>
${content}
</section>
`;
}

function toMarkup(value: Content): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return `${value}`;
  if (typeof value === 'string') return escaped(value);
  return 'html' in value ? value.html : value.map(toMarkup).join('');
}

/** Safe in text and in quoted attributes; control characters have no place in HTML. */
function escaped(text: string): string {
  return (
    text
      .replace(/[\p{Cc}\p{Cs}]/gu, (sign) => (/[\n\t]/.test(sign) ? sign : '\ufffd'))
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
      // A figure and its sign stay on one line.
      .replace(/(\d) %/g, '$1\u00a0%')
  );
}

function classOf(align: 'right' | undefined): Html {
  return verbatim(align ? ' class="right"' : '');
}
