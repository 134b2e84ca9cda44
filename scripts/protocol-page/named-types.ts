import ts from 'typescript';

/** Types that a page gives a name and a place of their own, and how all others are written. */
export class NamedTypes {
  readonly #checker: ts.TypeChecker;
  /** What the sources call a type; the first name that they give it. */
  readonly #names = new Map<ts.Type, ts.Symbol>();
  readonly #used = new Map<string, { type: ts.Type; symbol: ts.Symbol }>();

  constructor(program: ts.Program, isOurs: (file: ts.SourceFile) => boolean) {
    this.#checker = program.getTypeChecker();
    for (const file of program.getSourceFiles().filter(isOurs)) {
      ts.forEachChild(file, (node) => this.#learn(node));
    }
  }

  /** Those that were written so far, which may use others in turn. */
  get used(): { name: string; type: ts.Type; symbol: ts.Symbol }[] {
    return [...this.#used].map(([name, found]) => ({ name, ...found }));
  }

  /** A type in one line, those with a name by their name. */
  write(type: ts.Type): string {
    const symbol = this.#names.get(type);
    if (!symbol) return this.writeWhole(type);
    const name = symbol.getName();
    if (!this.#used.has(name)) this.#used.set(name, { type, symbol });
    return name;
  }

  /** A type in one line, whatever its name is. */
  writeWhole(type: ts.Type): string {
    if (type.isUnion()) return this.#writeUnion(type);
    if (this.#checker.isTupleType(type)) {
      const members = this.#checker.getTypeArguments(type as ts.TypeReference);
      return `[${members.map((member) => this.write(member)).join(', ')}]`;
    }
    if (this.#checker.isArrayType(type)) {
      const [member] = this.#checker.getTypeArguments(type as ts.TypeReference);
      const written = this.write(member);
      return /^\w+$|^\{|\]$/.test(written) ? `${written}[]` : `(${written})[]`;
    }
    if (isRecord(type)) return this.#writeRecord(type);
    return this.#checker.typeToString(type);
  }

  /** The fields of an object, by name; undefined where a type is no object. */
  fields(type: ts.Type): { name: string; type: string; words: string }[] | undefined {
    if (!isRecord(type) || this.#isList(type)) return undefined;
    return this.#checker.getPropertiesOfType(type).map((property) => ({
      name: `${property.getName()}${isOptional(property) ? '?' : ''}`,
      type: this.write(this.#typeOf(property)),
      words: this.wordsOf(property),
    }));
  }

  /** What the comment at its declaration says, as one paragraph. */
  wordsOf(symbol: ts.Symbol): string {
    return ts
      .displayPartsToString(symbol.getDocumentationComment(this.#checker))
      .replace(/\s+/g, ' ')
      .trim();
  }

  #learn(node: ts.Node): void {
    if (!ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node)) return;
    const type = this.#checker.getTypeAtLocation(node.name);
    const symbol = this.#checker.getSymbolAtLocation(node.name);
    // A name for a simple type would be read wherever that type is.
    if (!symbol || !(isRecord(type) || type.isUnion()) || this.#names.has(type)) return;
    if (!this.#checker.isArrayType(type)) this.#names.set(type, symbol);
  }

  #isList(type: ts.Type): boolean {
    return this.#checker.isArrayType(type) || this.#checker.isTupleType(type);
  }

  #writeUnion(type: ts.UnionType): string {
    const members = type.types
      .filter((member) => !(member.flags & ts.TypeFlags.Undefined))
      .map((member) => this.write(member));
    const hasBoth = members.includes('true') && members.includes('false');
    const written = hasBoth
      ? ['boolean', ...members.filter((member) => member !== 'true' && member !== 'false')]
      : members;
    const unique = [...new Set(written)];
    // The compiler's order of texts depends on what it has read before.
    return (unique.every((member) => member.startsWith('"')) ? unique.sort() : unique).join(' | ');
  }

  #writeRecord(type: ts.Type): string {
    const fields = this.#checker.getPropertiesOfType(type).map((property) => {
      const name = `${property.getName()}${isOptional(property) ? '?' : ''}`;
      return `${name}: ${this.write(this.#typeOf(property))}`;
    });
    return fields.length === 0 ? '{}' : `{ ${fields.join('; ')} }`;
  }

  #typeOf(property: ts.Symbol): ts.Type {
    const type = this.#checker.getTypeOfSymbol(property);
    return isOptional(property) ? withoutUndefined(this.#checker, type) : type;
  }
}

function isOptional(property: ts.Symbol): boolean {
  return (property.flags & ts.SymbolFlags.Optional) !== 0;
}

/** An object of fields: no list, no function. */
function isRecord(type: ts.Type): boolean {
  const kinds = ts.TypeFlags.Object | ts.TypeFlags.Intersection;
  return (type.flags & kinds) !== 0 && type.getCallSignatures().length === 0;
}

function withoutUndefined(checker: ts.TypeChecker, type: ts.Type): ts.Type {
  return checker.getNonNullableType(type).flags & ts.TypeFlags.Never
    ? type
    : removeUndefined(checker, type);
}

/** `null` stays: it is a value that travels. */
function removeUndefined(checker: ts.TypeChecker, type: ts.Type): ts.Type {
  const hasNull = type.isUnion() && type.types.some(({ flags }) => flags & ts.TypeFlags.Null);
  return hasNull ? type : checker.getNonNullableType(type);
}
