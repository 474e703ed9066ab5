// `--accepted-from`: whose acceptances count if base does not have them.
import { pathInRepository } from "../../document/git.ts";
import { readBeside, type SideLocation } from "../side-location.ts";
import { ownersOf } from "./code-owners.ts";

/** Who may accept a break in the change that causes it. */
export interface Acceptors {
  /**
   * `head`: anyone. `base`: no one. `owners`: the owners of the file in base's CODEOWNERS. `@name`: that
   * user.
   */
  readonly from: readonly string[];
  /** The author and approvers of the change, as the platform reports them. */
  readonly approvedBy: readonly string[];
}

/** Where GitHub and GitLab look for CODEOWNERS, in their order. */
const locations = [".github/CODEOWNERS", ".gitlab/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

/** Returns whether a change may use its own version of these files. */
export async function mayAccept(
  { from, approvedBy }: Acceptors,
  files: readonly string[],
  base: SideLocation,
  cwd: string,
): Promise<boolean> {
  if (from.length === 0 || from.includes("head")) return true;
  const approvers = approvedBy.map(nameOf);
  if (from.some((name) => name !== "owners" && approvers.includes(nameOf(name)))) return true;
  if (!from.includes("owners") || base.kind !== "revision" || files.length === 0) return false;
  const text = await codeOwners(base, cwd);
  for (const file of files) {
    const owners = [...ownersOf(await pathInRepository(file, cwd), text)].map(nameOf);
    if (!owners.some((owner) => approvers.includes(owner))) return false;
  }
  return true;
}

async function codeOwners(base: SideLocation, cwd: string): Promise<string> {
  const up = await pathFromTop(cwd);
  for (const place of locations) {
    const text = await readBeside(base, `${up}${place}`, cwd);
    if (text !== undefined) return text;
  }
  return "";
}

/** Returns the relative path from a folder to the root of its repository: `../../`. */
async function pathFromTop(cwd: string): Promise<string> {
  const below = (await pathInRepository("", cwd)).split("/").filter((name) => name !== "" && name !== ".");
  return "../".repeat(below.length);
}

/** Normalises a name: without its at sign, in lower case. */
function nameOf(name: string): string {
  return name.toLowerCase().replace(/^@/, "");
}
