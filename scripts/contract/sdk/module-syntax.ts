// What a module imports, exports and declares, read with TypeScript's parser.
import type TypeScript from "typescript";
import { type Code, trustedCode } from "../generate/code.ts";
import { loadTypescript } from "../generate/load-typescript.cjs";

/** A statement `export { … } from "…";`. */
export interface PassedExport {
  readonly statement: Code;
  readonly from: string;
  /** The names under which it exports, types included. */
  readonly names: readonly string[];
}

/** What a module imports or passes on, as written. */
export function specifiersOf(source: Code): string[] {
  return specifiers(source).map(({ text }) => text);
}

/** The text with each specifier replaced. */
export function withSpecifiers(source: Code, replace: (specifier: string) => string): Code {
  let result = "";
  let end = 0;
  for (const { text, start, end: next } of specifiers(source)) {
    result += source.slice(end, start) + JSON.stringify(replace(text));
    end = next;
  }
  return trustedCode(result + source.slice(end));
}

/** `./page.ts` → `./page.cjs`; names of packages stay, and so does what is CommonJS already. */
export function withExtension(source: Code, extension: string): Code {
  return withSpecifiers(source, (name) =>
    name.startsWith(".") ? name.replace(/\.[jt]s$/, `.${extension}`) : name,
  );
}

/** The names that a module imports from another as values, or may import so. */
export function importedNames(source: Code, from: string): Code[] {
  const ts = loadTypescript();
  return parsed(source).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || specifierOf(statement)?.text !== from) return [];
    const { importClause } = statement;
    const bindings = importClause?.namedBindings;
    if (importClause?.phaseModifier !== undefined || bindings === undefined || !ts.isNamedImports(bindings))
      return [];
    return bindings.elements.flatMap((one) =>
      one.isTypeOnly ? [] : [trustedCode((one.propertyName ?? one.name).text)],
    );
  });
}

/** The statements with which a module passes names of other modules on, in their order. */
export function passedExports(source: Code): PassedExport[] {
  const ts = loadTypescript();
  const tree = parsed(source);
  return tree.statements.flatMap((statement): PassedExport[] => {
    if (!ts.isExportDeclaration(statement)) return [];
    const { exportClause } = statement;
    const from = specifierOf(statement)?.text;
    if (from === undefined || exportClause === undefined || !ts.isNamedExports(exportClause)) return [];
    return [
      {
        statement: trustedCode(`${source.slice(statement.getStart(tree), statement.end)}\n`),
        from,
        names: exportClause.elements.map(({ name }) => name.text),
      },
    ];
  });
}

/** The interfaces and type aliases that a module exports. */
export function exportedTypes(source: Code): Code[] {
  const ts = loadTypescript();
  return parsed(source).statements.flatMap((statement) =>
    (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) &&
    statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
      ? [trustedCode(statement.name.text)]
      : [],
  );
}

/** Whether nothing of a TypeScript module is left when it runs: it declares types, and imports or passes on nothing else. */
export function isOfTypesOnly(source: Code): boolean {
  const ts = loadTypescript();
  return parsed(source).statements.every((statement) => {
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
  });
}

/** `declare const …`: it stands for something that exists elsewhere, or for a type. */
function isDeclared(statement: TypeScript.HasModifiers): boolean {
  const ts = loadTypescript();
  return statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) === true;
}

/**
 * Where the `@example` of an exported function is: from the tag to the end of the comment, which it is the last part of.
 * Undefined where it has none.
 */
export function exampleOf(
  source: Code,
  name: string,
): { readonly start: number; readonly end: number } | undefined {
  const ts = loadTypescript();
  const found = parsed(source).statements.find(
    (statement) => ts.isFunctionDeclaration(statement) && statement.name?.text === name,
  );
  const comment = found && ts.getJSDocCommentsAndTags(found).findLast((one) => ts.isJSDoc(one));
  const tag = comment?.tags?.find(({ tagName }) => tagName.text === "example");
  return comment && tag && { start: tag.pos, end: comment.end };
}

interface Specifier {
  readonly text: string;
  /** Offsets of the literal, quotes included. */
  readonly start: number;
  readonly end: number;
}

/** Text → its specifiers. A package's modules are asked several times each, and the largest have megabytes. */
const known = new Map<string, readonly Specifier[]>();
/** Entries after which all are forgotten. */
const mostKnown = 4096;

function specifiers(source: Code): readonly Specifier[] {
  const kept = known.get(source);
  if (kept !== undefined) return kept;
  if (known.size >= mostKnown) known.clear();
  const found = readSpecifiers(source);
  known.set(source, found);
  return found;
}

function readSpecifiers(source: Code): Specifier[] {
  const ts = loadTypescript();
  const options = {
    languageVersion: ts.ScriptTarget.ES2022,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  const tree = ts.createSourceFile("module.ts", source, options);
  const found = tree.statements.flatMap((statement) => specifierOf(statement) ?? []);
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
  return found
    .map((literal) => ({ text: literal.text, start: literal.getStart(tree), end: literal.end }))
    .sort((one, other) => one.start - other.start);
}

/** The specifier of a statement that imports, or passes on what another module exports. */
function specifierOf(statement: TypeScript.Statement): TypeScript.StringLiteral | undefined {
  const ts = loadTypescript();
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return undefined;
  const { moduleSpecifier } = statement;
  return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier : undefined;
}

/** The last that was parsed: the same text is often read several times in turn. */
let last: TypeScript.SourceFile | undefined;

function parsed(source: Code): TypeScript.SourceFile {
  const ts = loadTypescript();
  if (last?.text !== source) last = ts.createSourceFile("module.ts", source, ts.ScriptTarget.ES2022, true);
  return last;
}
