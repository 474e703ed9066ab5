// Finds statements of a module with TypeScript's parser: its re-exports, and the examples of its functions.
import type TypeScript from "typescript";
import { type Code, trustedCode } from "../generate/code.ts";
import { loadTypescript } from "../generate/load-typescript.cjs";
import { specifierOf } from "./module-syntax.ts";

/** A statement `export { … } from "…";`. */
export interface PassedExport {
  readonly statement: Code;
  readonly from: string;
  /** The names of its exports, including types. */
  readonly names: readonly string[];
}

/** Returns the re-export statements of a module in their order. */
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

/**
 * Returns the range of the `@example` of an exported function: from the tag to the end of the comment, of
 * which it is the last part. Undefined if there is none.
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

/** The last parsed file: the same text is often parsed several times in succession. */
let last: TypeScript.SourceFile | undefined;

function parsed(source: Code): TypeScript.SourceFile {
  const ts = loadTypescript();
  if (last?.text !== source) last = ts.createSourceFile("module.ts", source, ts.ScriptTarget.ES2022, true);
  return last;
}
