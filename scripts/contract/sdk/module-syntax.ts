// Determines what a module imports and declares with TypeScript's parser, once for each text.
import type TypeScript from "typescript";
import { type Code, trustedCode } from "../generate/code.ts";
import { loadTypescript } from "../generate/load-typescript.cjs";

/** Returns the specifiers of a module's imports and re-exports, as written. */
export function specifiersOf(source: Code): string[] {
  return specifiers(source).map(({ text }) => text);
}

/** Returns the text with each specifier replaced. */
export function withSpecifiers(source: Code, replace: (specifier: string) => string): Code {
  let text = "";
  let end = 0;
  const replaced = specifiers(source).map((one): Specifier => {
    text += source.slice(end, one.start);
    const start = text.length;
    const specifier = replace(one.text);
    text += JSON.stringify(specifier);
    end = one.end;
    return { text: specifier, start, end: text.length };
  });
  const result = trustedCode(text + source.slice(end));
  const syntax = known.get(source);
  if (syntax === undefined) return result;
  // The imports keep their names, so the result need not be parsed.
  const imports = syntax.imports.map(({ from, names }) => ({ from: replace(from), names }));
  return keep(result, { ...syntax, specifiers: replaced, imports });
}

/**
 * Replaces the extensions of relative specifiers: `./page.cjs` for `./page.ts`; package names and CommonJS
 * files are unchanged.
 */
export function withExtension(source: Code, extension: string): Code {
  return withSpecifiers(source, (name) =>
    name.startsWith(".") ? name.replace(/\.[jt]s$/, `.${extension}`) : name,
  );
}

/** Returns the names that a module imports from another as values, or possibly as values. */
export function importedNames(source: Code, from: string): Code[] {
  // Not parsed for a name that does not occur.
  if (!source.includes(from)) return [];
  return syntaxOf(source).imports.flatMap((one) => (one.from === from ? one.names : []));
}

/**
 * Whether a TypeScript module has no run-time code: it declares types, and imports or re-exports nothing
 * else.
 */
export function isOfTypesOnly(source: Code): boolean {
  return syntaxOf(source).isOfTypesOnly;
}

/** Returns the interfaces and type aliases that a module exports. */
export function exportedTypes(source: Code): readonly Code[] {
  return syntaxOf(source).exportedTypes;
}

/** Whether a statement has no run-time code: it declares, imports or re-exports types. */
function isOfTypes(statement: TypeScript.Statement): boolean {
  const ts = loadTypescript();
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return true;
  if (ts.canHaveModifiers(statement) && isDeclared(statement)) return true;
  const [isTypeOnly, names] = ts.isImportDeclaration(statement)
    ? [
        statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
        statement.importClause?.name === undefined ? statement.importClause?.namedBindings : undefined,
      ]
    : ts.isExportDeclaration(statement)
      ? [statement.isTypeOnly, statement.exportClause]
      : [false, undefined];
  if (isTypeOnly) return true;
  if (names === undefined || (!ts.isNamedImports(names) && !ts.isNamedExports(names))) return false;
  return names.elements.every((one) => one.isTypeOnly);
}

/** Whether a statement is `declare const …`: it declares a value that exists elsewhere, or a type. */
function isDeclared(statement: TypeScript.HasModifiers): boolean {
  const ts = loadTypescript();
  return statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) === true;
}

interface Specifier {
  readonly text: string;
  /** Offsets of the literal, including its quotes. */
  readonly start: number;
  readonly end: number;
}

/** A statement `import { … } from "…";`. */
interface NamedImport {
  readonly from: string;
  /** The exported names, without those of types. */
  readonly names: readonly Code[];
}

/** The cached results of parsing a module. */
interface Syntax {
  /** In the order of the text. */
  readonly specifiers: readonly Specifier[];
  readonly imports: readonly NamedImport[];
  readonly exportedTypes: readonly Code[];
  readonly isOfTypesOnly: boolean;
}

/**
 * Cache by text: each module of a package is examined several times, and the largest have megabytes. Holds
 * the modules of one package.
 */
const known = new Map<string, Syntax>();
/** Number of entries after which the cache is cleared. */
const mostKnown = 4096;

/**
 * Length from which on a module is one that is generated from a document, with all imports at its head: its
 * megabytes need not be parsed for them.
 */
const generatedLength = 200_000;

function specifiers(source: Code): readonly Specifier[] {
  return source.length < generatedLength ? syntaxOf(source).specifiers : leadingSpecifiers(source);
}

/** Returns the specifiers of the imports before any other statement. */
function leadingSpecifiers(source: Code): Specifier[] {
  const ts = loadTypescript();
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, source);
  const found: Specifier[] = [];
  let token = scanner.scan();
  while (token === ts.SyntaxKind.ImportKeyword) {
    while (token !== ts.SyntaxKind.StringLiteral && token !== ts.SyntaxKind.EndOfFileToken)
      token = scanner.scan();
    found.push({ text: scanner.getTokenValue(), start: scanner.getTokenStart(), end: scanner.getTokenEnd() });
    token = scanner.scan();
    if (token === ts.SyntaxKind.SemicolonToken) token = scanner.scan();
  }
  return found;
}

function syntaxOf(source: Code): Syntax {
  const kept = known.get(source);
  if (kept !== undefined) return kept;
  const syntax = readSyntax(source);
  keep(source, syntax);
  return syntax;
}

function keep(source: Code, syntax: Syntax): Code {
  if (known.size >= mostKnown) known.clear();
  known.set(source, syntax);
  return source;
}

function readSyntax(source: Code): Syntax {
  const ts = loadTypescript();
  const options = {
    languageVersion: ts.ScriptTarget.ES2022,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  const tree = ts.createSourceFile("module.ts", source, options);
  const { statements } = tree;
  const found = statements.flatMap((statement) => specifierOf(statement) ?? []);
  if (source.includes("import(")) {
    const visit = (node: TypeScript.Node): void => {
      const argument = ts.isImportTypeNode(node)
        ? ts.isLiteralTypeNode(node.argument) && node.argument.literal
        : ts.isCallExpression(node) &&
          node.expression.kind === ts.SyntaxKind.ImportKeyword &&
          node.arguments[0];
      if (argument && ts.isStringLiteral(argument)) found.push(argument);
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return {
    specifiers: found
      .map((literal) => ({ text: literal.text, start: literal.getStart(tree), end: literal.end }))
      .sort((one, other) => one.start - other.start),
    imports: statements.flatMap(namedImport),
    exportedTypes: statements.flatMap(exportedType),
    isOfTypesOnly: statements.every(isOfTypes),
  };
}

function namedImport(statement: TypeScript.Statement): NamedImport[] {
  const ts = loadTypescript();
  const from = specifierOf(statement)?.text;
  if (from === undefined || !ts.isImportDeclaration(statement)) return [];
  const { importClause } = statement;
  const bindings = importClause?.namedBindings;
  if (importClause?.phaseModifier !== undefined || bindings === undefined || !ts.isNamedImports(bindings))
    return [];
  const names = bindings.elements.flatMap((one) =>
    one.isTypeOnly ? [] : [trustedCode((one.propertyName ?? one.name).text)],
  );
  return [{ from, names }];
}

function exportedType(statement: TypeScript.Statement): Code[] {
  const ts = loadTypescript();
  return (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) &&
    statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
    ? [trustedCode(statement.name.text)]
    : [];
}

/** Returns the specifier of an import or re-export statement. */
export function specifierOf(statement: TypeScript.Statement): TypeScript.StringLiteral | undefined {
  const ts = loadTypescript();
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return undefined;
  const { moduleSpecifier } = statement;
  return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier : undefined;
}
