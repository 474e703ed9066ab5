// `…/lint`: where a document breaks the house rules.
import { knownFormats } from "../lint/formats.ts";
import { chosenRules } from "../lint/chosen-rules.ts";
import { lintDocument, type LintResult } from "../lint/lint-document.ts";
import { lintContext } from "../lint/rule.ts";
import { type GivenDocument, readGiven, type ReadingOptions } from "./given-document.ts";

export type { Json, JsonObject, SourcePlace } from "../document/document.ts";
export type { LintResult } from "../lint/lint-document.ts";
export type { GivenDocument, ReadingOptions } from "./given-document.ts";

export interface LintOptions extends ReadingOptions {
  /** Rules that are left out, by their ids. Default: none. */
  readonly skip?: readonly string[] | undefined;
  /** Extensions that may be used beside `x-sdk`. Default: none. */
  readonly extensions?: readonly string[] | undefined;
  /** Formats beside those of JSON Schema: name → whether a text has it. Default: none. */
  readonly formats?: Readonly<Record<string, (text: string) => boolean>> | undefined;
}

/**
 * All findings, in the order of their places. Rejects for a document that cannot be read, and for a rule that there is not.
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
