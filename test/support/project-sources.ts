// The project's own sources as syntax trees, for tests of its coding rules.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** One source file; `path` is relative to the project, with forward slashes. */
export interface ProjectSource {
  readonly path: string;
  readonly tree: ts.SourceFile;
}

/** One import or re-export: the module that it names, resolved within the project, or a package's name. */
export interface ProjectImport {
  readonly path: string;
  readonly target: string;
  /** True if it is erased with the types. */
  readonly typeOnly: boolean;
  /** True if it is loaded when it is executed (`import()`), not with the file. */
  readonly lazy: boolean;
}

/** Returns the TypeScript and JavaScript files below a folder; fixtures are data, not sources. */
export function sourcesIn(folder: string): ProjectSource[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll("\\", "/"))
    .filter((path) => !/\/(fixtures|node_modules)\//.test(path))
    .sort()
    .map((path) => parseSource(path, readFileSync(join(root, path), "utf8")));
}

export function parseSource(path: string, text: string): ProjectSource {
  return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

/** Returns all imports of a file: statements, re-exports, `import()` and `import("…")` types. */
export function importsOf({ path, tree }: ProjectSource): ProjectImport[] {
  const imports: ProjectImport[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean, lazy = false): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const target = specifier.text.startsWith(".")
      ? posix.join(posix.dirname(path), specifier.text)
      : specifier.text;
    imports.push({ path, target, typeOnly, lazy });
  };
  visitAll(tree, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnlyImport(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false, true);
  });
  return imports;
}

/** Returns the import cycles at load time: one for each import that closes a cycle. */
export function cycles(imports: readonly ProjectImport[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { path, target, typeOnly, lazy } of imports) {
    if (!typeOnly && !lazy) targets.set(path, [...(targets.get(path) ?? []), target]);
  }
  const found: string[] = [];
  const ended = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(" → "));
    if (ended.has(path) || way.includes(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...way, path]);
    ended.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return found;
}

/** Visits a node and all its descendants, in source order. */
export function visitAll(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => visitAll(child, visit));
}

/** Returns `path:line`, for messages. */
export function locationOf(node: ts.Node): string {
  const tree = node.getSourceFile();
  return `${tree.fileName}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** Counts a file's lines of code, that is, lines with a token, so neither blank lines nor comments. */
export function countCodeLines({ tree }: ProjectSource): number {
  const lines = new Set<number>();
  visitAll(tree, (node) => {
    if (node.getChildCount() > 0 || node.kind === ts.SyntaxKind.EndOfFileToken || ts.isJSDoc(node)) return;
    const first = tree.getLineAndCharacterOfPosition(node.getStart()).line;
    const last = tree.getLineAndCharacterOfPosition(node.end).line;
    for (let line = first; line <= last; line++) lines.add(line);
  });
  return lines.size;
}

function isTypeOnlyImport({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { namedBindings, name } = importClause;
  return name === undefined && namedBindings !== undefined && ts.isNamedImports(namedBindings)
    ? namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
    : false;
}
