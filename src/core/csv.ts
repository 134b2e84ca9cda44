/** A table as text that spreadsheets and programs read (RFC 4180): lines end in CR LF. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

/** Section 2: fields with separators, quotes or line breaks are quoted, quotes in them doubled. */
function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
