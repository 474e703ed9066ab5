// The lint rules, in the order of the help text.
import type { Rule } from "./rule.ts";
import { ambiguousPaths } from "./rules/ambiguous-paths.ts";
import { anchoredPatterns } from "./rules/anchored-patterns.ts";
import { bodyExamples } from "./rules/body-examples.ts";
import { boundedStrings } from "./rules/bounded-strings.ts";
import { errorResponses } from "./rules/error-responses.ts";
import { fieldsAgree } from "./rules/fields-agree.ts";
import { knownExtensions } from "./rules/known-extensions.ts";
import { knownFields } from "./rules/known-fields.ts";
import { knownKeywords } from "./rules/known-keywords.ts";
import { linearPatterns } from "./rules/linear-patterns.ts";
import { linksResolve } from "./rules/links-resolve.ts";
import { namedSchemas } from "./rules/named-schemas.ts";
import { oneOfApart } from "./rules/one-of-apart.ts";
import { operationId } from "./rules/operation-id.ts";
import { operationSecurity } from "./rules/operation-security.ts";
import { operationSummary } from "./rules/operation-summary.ts";
import { operationTag } from "./rules/operation-tag.ts";
import { problemResponses } from "./rules/problem-responses.ts";
import { safeNumbers } from "./rules/safe-numbers.ts";
import { unusedComponents } from "./rules/unused-components.ts";
import { validExamples } from "./rules/valid-examples.ts";

export const rules: readonly Rule[] = [
  operationId,
  operationTag,
  operationSummary,
  operationSecurity,
  errorResponses,
  problemResponses,
  ambiguousPaths,
  linksResolve,
  namedSchemas,
  knownFields,
  fieldsAgree,
  knownKeywords,
  boundedStrings,
  anchoredPatterns,
  linearPatterns,
  safeNumbers,
  oneOfApart,
  bodyExamples,
  validExamples,
  unusedComponents,
  knownExtensions,
];
