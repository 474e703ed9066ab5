// Lint rules for everything hand-written; types are used, so a floating promise is an error.
import { defineConfig } from "eslint/config";
import jsdoc from "eslint-plugin-jsdoc";
import tseslint from "typescript-eslint";

const exports = [
  { selector: "ExportDefaultDeclaration", message: "Named exports only." },
  { selector: "ExportAllDeclaration", message: "Name what is exported." },
];

export default defineConfig(
  { ignores: ["dist/", "generated/", "node_modules/", ".tap/", "test/fixtures/"] },
  ...tseslint.configs.strictTypeChecked,
  {
    // By project: the service of editors updates the program for each file, a third of the processor time.
    languageOptions: {
      parserOptions: {
        project: ["client/tsconfig.json", "tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": ["error", ...exports],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
      "@typescript-eslint/unified-signatures": "off",
    },
  },
  {
    // A doc comment names the parameters that exist.
    plugins: { jsdoc },
    rules: {
      "jsdoc/check-param-names": ["error", { checkDestructured: false, disableMissingParamChecks: true }],
    },
  },
  { files: ["eslint.config.js"], rules: { "no-restricted-syntax": "off" } },
  {
    files: ["test/**"],
    rules: {
      // tap's own `t.test` returns a promise that tap itself waits for.
      "@typescript-eslint/no-floating-promises": "off",
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    files: ["scripts/contract/**", "client/**", "server/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        ...exports,
        {
          selector:
            "CallExpression[callee.property.name=/^(push|unshift|splice|concat|max|min|fromCharCode|fromCodePoint)$/] > SpreadElement.arguments",
          message:
            "A list of a document or a peer may have more items than a call takes arguments: use addAll, a loop or reduce.",
        },
        {
          selector: "CallExpression[callee.property.name='apply'][arguments.length=2]",
          message: "A list of a document or a peer may have more items than a call takes arguments.",
        },
      ],
    },
  },
);
