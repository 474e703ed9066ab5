// Which files a document may reference: regular files in its repository or folder up to a maximum size, with
// no secret in a message.
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, open, realpath, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import t from "tap";
import { DocumentError } from "../../scripts/contract/document/document.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import { maxBytes } from "../../scripts/contract/document/read-text.ts";

const secret = "top-secret-value";

/**
 * Creates a folder with a document's folder `root/docs` in it, and files beside `root` that its documents
 * must not read.
 */
async function folders(): Promise<string> {
  const top = await realpath(await mkdtemp(join(tmpdir(), "read-disk-")));
  await mkdir(join(top, "root/docs"), { recursive: true });
  await mkdir(join(top, "root/shared"));
  await mkdir(join(top, "outside"));
  await writeFile(join(top, "outside/secret.yaml"), `properties: {${secret}: {type: string}}\n`);
  await writeFile(join(top, "root/shared/common.yaml"), "type: string\n");
  await writeFile(join(top, "root/docs/secret.env"), `TOKEN=${secret}\n`);
  await writeFile(join(top, "root/docs/keys.yaml"), `private: ${secret}\n`);
  await symlink(join(top, "outside/secret.yaml"), join(top, "root/docs/link.yaml"));
  await symlink(join(top, "outside"), join(top, "root/docs/folder"));
  return top;
}

async function rejection(
  top: string,
  ref: string,
  options: { allowOutside?: boolean } = {},
): Promise<string> {
  const text = `openapi: 3.1.0\ninfo: {title: t, version: '1'}\ncomponents:\n  schemas:\n    A: {$ref: '${ref}'}\n`;
  await writeFile(join(top, "root/docs/a.yaml"), text);
  try {
    await readDocument("docs/a.yaml", { directory: join(top, "root"), ...options });
    return "accepted";
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const { place, message, fix } = error;
    return `${place?.file}:${place?.line}:${place?.column}: ${message} | ${fix}`;
  }
}

t.test(
  "no file outside the document's folder is read, however its path is written, unless that is allowed",
  async (t) => {
    const top = await folders();
    const refs = [
      pathToFileURL(join(top, "outside/secret.yaml")).href,
      join(top, "outside/secret.yaml"),
      "../../outside/secret.yaml",
      "%2e%2e/%2e%2e/outside/secret.yaml",
      "link.yaml",
      "folder/secret.yaml",
      "../../outside/no-such-file.yaml",
      "../shared/common.yaml",
    ];
    for (const ref of refs) {
      const said = await rejection(top, ref);
      t.match(
        said,
        /^docs\/a.yaml:5:9: .*is not read: it lies outside the document's folder \|.*--allow-outside/,
        ref,
      );
      t.notMatch(said, secret);
    }
    t.equal(await rejection(top, "../../outside/secret.yaml", { allowOutside: true }), "accepted");
  },
);

t.test("a document in a repository may reference all files of it, except those in .git", async (t) => {
  const top = await folders();
  execFileSync("git", ["init", "-q", join(top, "root")]);
  t.equal(await rejection(top, "../shared/common.yaml"), "accepted");
  t.match(await rejection(top, "link.yaml"), "outside the document's repository");
  t.match(await rejection(top, "../../outside/secret.yaml"), "outside the document's repository");
  t.match(await rejection(top, "../.git/config"), "it lies among the files of git itself");
});

t.test("error messages name the kind of a node, never the content of a file", async (t) => {
  const top = await folders();
  for (const [ref, want] of [
    ["secret.env", "it is a string"],
    ["secret.env#/a", 'has no "a"'],
    ["keys.yaml#/private", "it is a string"],
    ["keys.yaml#/nothing", 'has no "nothing"'],
  ] as const) {
    const said = await rejection(top, ref);
    t.match(said, want, ref);
    t.notMatch(said, secret, ref);
  }
});

t.test("pipes, devices, directories and oversized files are rejected immediately", async (t) => {
  const top = await folders();
  execFileSync("mkfifo", [join(top, "root/docs/pipe.yaml")]);
  await mkdir(join(top, "root/docs/dir.yaml"));
  const large = await open(join(top, "root/docs/large.yaml"), "w");
  await large.truncate(maxBytes + 1);
  await large.close();
  for (const [ref, want] of [
    ["pipe.yaml", "it is a pipe"],
    ["dir.yaml", "it is a directory"],
    ["large.yaml", "it has more than 64 MB"],
    ["a\u0000b", "its name is not a valid file name"],
  ] as const) {
    t.match(await rejection(top, ref.replace("\u0000", "%00")), want, ref);
  }
  t.match(await rejection(top, "/dev/zero", { allowOutside: true }), "it is a device");
});
