// Parses a module of the runtime with TypeScript's parser, so that several modules can be merged into one
// file.
import { posix } from "node:path";
import { type Code, trustedCode } from "./code.ts";
import { loadTypescript } from "./load-typescript.cjs";

/** The imports of a module from one other module. */
export interface RuntimeImport {
  /** A path below the runtime's folder, or the name of a package. */
  readonly from: string;
  readonly names: readonly { readonly name: Code; readonly isType: boolean }[];
}

/** A parsed module. */
export interface RuntimeModule {
  /** Path below the runtime's folder: `boundary/problem.ts`. */
  readonly path: string;
  readonly imports: readonly RuntimeImport[];
  /** Its statements without imports and without the comment at the start of the module. */
  readonly exported: Code;
  /** The same without exports. */
  readonly local: Code;
}

/**
 * Parses a module. Throws a TypeError for syntax that cannot be merged: default imports, renamed imports,
 * re-exports.
 */
export function readRuntimeModule(path: string, source: Code): RuntimeModule {
  const ts = loadTypescript();
  const tree = ts.createSourceFile(path, source, {
    languageVersion: ts.ScriptTarget.ES2022,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  });
  const imports: RuntimeImport[] = [];
  const removed: { readonly start: number; readonly end: number }[] = [];
  const keywords: { readonly start: number; readonly end: number }[] = [];
  for (const statement of tree.statements) {
    if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement))
      throw new TypeError(`${path} exports what it does not declare`);
    if (ts.isImportDeclaration(statement)) {
      const clause = statement.importClause;
      const bindings = clause?.namedBindings;
      const { moduleSpecifier } = statement;
      if (bindings === undefined || !ts.isNamedImports(bindings) || !ts.isStringLiteral(moduleSpecifier))
        throw new TypeError(`${path} imports more than names`);
      const isType = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      imports.push({
        from: targetOf(path, moduleSpecifier.text),
        names: bindings.elements.map((element) => {
          if (element.propertyName !== undefined) throw new TypeError(`${path} renames an import`);
          return { name: trustedCode(element.name.text), isType: isType || element.isTypeOnly };
        }),
      });
      removed.push({ start: statement.getStart(tree), end: lineAfter(source, statement.end) });
    } else if (ts.canHaveModifiers(statement)) {
      const keyword = ts.getModifiers(statement)?.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
      if (keyword !== undefined) keywords.push({ start: keyword.getStart(tree), end: keyword.end + 1 });
    }
  }
  const opening = /^(?:\/\/.*\n)+/.exec(source)?.[0].length ?? 0;
  removed.unshift({ start: 0, end: opening });
  return {
    path,
    imports,
    exported: without(source, removed),
    local: without(
      source,
      [...removed, ...keywords].sort((one, other) => one.start - other.start),
    ),
  };
}

function targetOf(path: string, specifier: string): string {
  return specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : specifier;
}

function lineAfter(source: string, end: number): number {
  return source.startsWith("\n", end) ? end + 1 : end;
}

/** Returns the text without some of its parts, which are in order. */
function without(source: Code, parts: readonly { readonly start: number; readonly end: number }[]): Code {
  let rest = "";
  let from = 0;
  for (const { start, end } of parts) {
    rest += source.slice(from, start);
    from = end;
  }
  return trustedCode((rest + source.slice(from)).trimStart());
}
