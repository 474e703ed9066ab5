// `npm run new -- FORM NAME`: writes the files of a new lint rule, diff rule, format or operation, registers
// it and adds a test.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { format, resolveConfig } from "prettier";
import { type Form, NewError, type Plan } from "./form.ts";
import { forms } from "./forms.ts";

/**
 * Plans a new instance of a form and writes it below `root`. Files that the plan creates must not exist.
 *
 * @throws NewError for an unknown form, a name that the form does not allow, or one that is taken
 */
export async function writeNew(root: string, [formName = "", name = ""]: readonly string[]): Promise<Plan> {
  const form: Form | undefined = Object.hasOwn(forms, formName) ? forms[formName] : undefined;
  const usage = `usage: npm run new -- ${Object.keys(forms).join("|")} NAME`;
  if (form === undefined)
    throw new NewError(`${formName === "" ? "no form" : `unknown form ${formName}`}\n${usage}`);
  if (!form.name.test(name))
    throw new NewError(
      `${name === "" ? "no name" : `${name} is not a name of a ${formName}`}; for example ${form.sample}\n${usage}`,
    );
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  const plan = form.plan(name, read);
  const taken = plan.edits.find(({ path, isNew }) => isNew === true && existsSync(join(root, path)));
  if (taken !== undefined) throw new NewError(`${taken.path} exists already; choose another name`);
  for (const { path, text } of plan.edits) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    const config = await resolveConfig(join(root, path));
    writeFileSync(join(root, path), await format(text, { ...config, filepath: path }));
  }
  return plan;
}

if (import.meta.url === new URL(process.argv[1] ?? "", "file:").href) {
  try {
    const { edits, next } = await writeNew(process.cwd(), process.argv.slice(2));
    for (const { path } of edits) console.log(`wrote ${path}`);
    next.forEach((step, index) => console.log(`${index + 1}. ${step}`));
  } catch (error) {
    if (!(error instanceof NewError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
