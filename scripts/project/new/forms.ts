// The forms of `npm run new`, by name.
import { diffRule } from "./diff-rule.ts";
import type { Form } from "./form.ts";
import { format } from "./format.ts";
import { lintRule } from "./lint-rule.ts";
import { operation } from "./operation.ts";

export const forms: Readonly<Record<string, Form>> = {
  "lint-rule": lintRule,
  "diff-rule": diffRule,
  format,
  operation,
};
