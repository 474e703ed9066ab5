// `…/lint`: finds where a document violates the lint rules.
import { knownFormats } from "../lint/formats.ts";
import { chosenRules } from "../lint/chosen-rules.ts";
import { lintDocument, type LintResult } from "../lint/lint-document.ts";
import { lintContext } from "../lint/rule.ts";
import { type GivenDocument, readGiven, type ReadingOptions } from "./given-document.ts";

export type { Json, JsonObject, SourceLocation } from "../document/document.ts";
export type { LintResult } from "../lint/lint-document.ts";
export type { GivenDocument, ReadingOptions } from "./given-document.ts";

/** Options of `lint`. */
export interface LintOptions extends ReadingOptions {
  /** Ids of rules to skip. Default: none. */
  readonly skip?: readonly string[] | undefined;
  /** Extensions that are allowed in addition to `x-sdk`. Default: none. */
  readonly extensions?: readonly string[] | undefined;
  /**
   * Formats in addition to those of JSON Schema: name → a function that returns whether a text is valid.
   * Default: none.
   */
  readonly formats?: Readonly<Record<string, (text: string) => boolean>> | undefined;
}

/**
 * Returns all findings, ordered by location. Rejects for a document that cannot be read, and for an unknown
 * rule.
 *
 * @example
 * for (const { place, rule, message } of await lint("openapi.yaml")) console.log(place.line, rule, message);
 */
export async function lint(given: GivenDocument, options: LintOptions = {}): Promise<LintResult[]> {
  const { skip = [], extensions = [], formats = {} } = options;
  const chosen = chosenRules(skip);
  const document = await readGiven(given, options);
  const settings = { formats: { ...formats, ...knownFormats() }, extensions: ["x-sdk", ...extensions] };
  return lintDocument(lintContext(document, settings), chosen);
}
