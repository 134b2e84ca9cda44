import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import * as protocol from '../../src/host/protocol.js';
import { introduction } from './introduction.js';
import { NamedTypes } from './named-types.js';
import { table } from './table.js';

/** docs/protocol.md, as the sources of the protocol have it. */
export function protocolPage(): string {
  const program = openProgram();
  const types = new NamedTypes(program, ({ fileName }) => fileName.startsWith(sources));
  const messages = messagesOf(program, types);
  const requests = messages.filter(({ kind }) => kind === 'request');
  const notifications = messages.filter(({ kind }) => kind === 'notification');
  const sections = [...new Set(requests.map(({ section }) => section))];
  const parts = [
    introduction,
    ...sections.flatMap((section) => [
      `## ${section}`,
      ...requests
        .filter((request) => request.section === section)
        .map((request) => requestPart(request, messages, types)),
    ]),
    '## What the host says by itself',
    ...notifications.map((notification) => notificationPart(notification, types)),
    '## Types',
    ...typeParts(types),
  ];
  return `${parts.join('\n\n')}\n`;
}

const sources = fileURLToPath(new URL('../../src/', import.meta.url));
const protocolFile = fileURLToPath(new URL('../../src/host/protocol.ts', import.meta.url));

/** Something that travels: a value of the protocol that has a method, or a kind of progress. */
interface Message {
  /** As the sources call it: `scoreRequest`. */
  name: string;
  kind: 'request' | 'notification' | 'progress';
  method: string;
  section: string;
  words: string;
  /** Of a request, parameters and answer; of one without parameters the answer. Of others what they carry. */
  types: readonly ts.Type[];
}

function openProgram(): ts.Program {
  return ts.createProgram([protocolFile], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
  });
}

function messagesOf(program: ts.Program, types: NamedTypes): Message[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(protocolFile);
  const module = file && checker.getSymbolAtLocation(file);
  if (!module) throw new Error(`${protocolFile} says nothing`);
  return checker.getExportsOfModule(module).flatMap((exported): Message[] => {
    const symbol =
      exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const [declaration] = symbol.declarations ?? [];
    if (!declaration || !ts.isVariableDeclaration(declaration)) return [];
    const type = checker.getTypeOfSymbol(symbol) as ts.TypeReference;
    const kind = kinds[type.symbol?.getName() ?? ''];
    if (!kind) return [];
    const name = exported.getName();
    const count = type.symbol.getName() === 'HostRequest' ? 2 : 1;
    return [
      {
        name,
        kind,
        method: methodOf(name),
        section: sectionOf(declaration.getSourceFile()),
        words: types.wordsOf(symbol),
        types: checker.getTypeArguments(type).slice(0, count),
      },
    ];
  });
}

const kinds: Record<string, Message['kind'] | undefined> = {
  HostRequest: 'request',
  RequestType0: 'request',
  NotificationType: 'notification',
  NotificationType0: 'notification',
  ProgressType: 'progress',
};

function methodOf(name: string): string {
  const value: unknown = Object.entries(protocol).find(([key]) => key === name)?.[1];
  return typeof value === 'object' && value !== null && 'method' in value
    ? String(value.method)
    : '';
}

function sectionOf({ fileName }: ts.SourceFile): string {
  const name = basename(fileName, '.ts');
  return titles[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
}

const titles: Record<string, string | undefined> = {
  protocol: 'Reading pictures',
  explanation: 'A picture, stage by stage',
  host: 'The host itself',
  live: 'Drawings and watched folders',
};

function requestPart(request: Message, messages: readonly Message[], types: NamedTypes): string {
  const [params, answer] =
    request.types.length === 2 ? request.types : [undefined, ...request.types];
  const fields = params && types.fields(params);
  const progress = fields?.some(({ name }) => /^progress\??$/.test(name))
    ? progressOf(request, messages)
    : undefined;
  return [
    `### \`${request.method}\``,
    request.words,
    fields ? `Parameters:\n\n${fieldTable(fields)}` : 'No parameters.',
    ...(progress ? [`Progress: \`${types.write(progress.types[0])}\``] : []),
    answer ? answerPart(answer, types) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A request that has no progress of its own tells how far loading is. */
function progressOf({ name }: Message, messages: readonly Message[]): Message | undefined {
  const own = name.replace(/Request$/, 'Progress');
  const named = (wanted: string) => messages.find((message) => message.name === wanted);
  return named(own) ?? named('loadProgress');
}

function answerPart(answer: ts.Type, types: NamedTypes): string {
  if (answer.flags & ts.TypeFlags.Void) return 'Answer: `null`, when it is done.';
  return `Answer: \`${types.write(answer)}\``;
}

function notificationPart({ method, words, types: [carried] }: Message, types: NamedTypes): string {
  const fields = carried && types.fields(carried);
  const table = fields && fields.length > 0 ? fieldTable(fields) : '';
  return [`### \`${method}\``, words, table].filter((part) => part !== '').join('\n\n');
}

/** Types that others use come after them, until none is new. */
function typeParts(types: NamedTypes): string[] {
  const parts = new Map<string, string>();
  for (let known = -1; known < parts.size; ) {
    known = parts.size;
    for (const { name, type, symbol } of types.used) {
      if (parts.has(name)) continue;
      const fields = types.fields(type);
      const body = fields ? fieldTable(fields) : alternatives(type, types);
      parts.set(name, [`### ${name}`, types.wordsOf(symbol), body].filter(Boolean).join('\n\n'));
    }
  }
  return [...parts.values()];
}

function alternatives(type: ts.Type, types: NamedTypes): string {
  const members = type.isUnion() ? type.types : [type];
  return members.map((member) => `- \`${types.writeWhole(member)}\``).join('\n');
}

function fieldTable(fields: readonly { name: string; type: string; words: string }[]): string {
  const code = (text: string) => `\`${text}\``;
  return table(
    ['field', 'type', ''],
    fields.map(({ name, type, words }) => [code(name), code(type), words]),
  );
}
