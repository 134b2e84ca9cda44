import type * as z from 'zod';

/** What is wrong with parameters, as one line: `settings.epochs: epochs must be a whole number from 1 to 1000`. */
export function wrongField({ issues }: z.ZodError): string {
  const { path, message } = deepest(issues[0]);
  return shortLine(path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`);
}

/** Where several forms are possible, what is wrong with the one that fits best is what the sender wants to know. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const nested = issue.errors
    .flatMap(([first]) => (first ? [deepest(first)] : []))
    .map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  const [best] = nested.sort((a, b) => b.path.length - a.path.length);
  return best && best.path.length > issue.path.length ? best : issue;
}

/** Characters of a line that repeats what somebody sent. */
const longestLine = 200;

/** One line of bounded length without control characters: it may come to a terminal or a log. */
export function shortLine(text: string): string {
  const line = text.slice(0, longestLine + 1).replace(/\p{Cc}/gu, '?');
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
}
