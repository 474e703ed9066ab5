// Reads files of a commit through one git process, and assigns each response to its request.
import { execFileSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { BlobReader } from "../../scripts/contract/document/read-blobs.ts";

t.test("files of a commit are read, through symbolic links, and missing ones are reported", async (t) => {
  const cwd = t.testdir({
    "a.yaml": "a: 1\n",
    "with blank.yaml": "b\n",
    "empty.yaml": "",
    folder: { "c.yaml": "c\n" },
  });
  const large = "x".repeat(300_000);
  writeFileSync(join(cwd, "large.yaml"), large);
  symlinkSync("folder/c.yaml", join(cwd, "link.yaml"));
  symlinkSync("nowhere", join(cwd, "dangling.yaml"));
  symlinkSync("../outside", join(cwd, "outside.yaml"));
  symlinkSync("loop.yaml", join(cwd, "loop.yaml"));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
      cwd,
      encoding: "utf8",
    });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "one");
  const blobs = new BlobReader(git("rev-parse", "HEAD").trim(), cwd);
  t.teardown(() => blobs.close());
  const want: Record<string, string | undefined> = {
    "a.yaml": "a: 1\n",
    "none.yaml": undefined,
    "large.yaml": large,
    "with blank.yaml": "b\n",
    "empty.yaml": "",
    "link.yaml": "c\n",
    "dangling.yaml": undefined,
    "outside.yaml": undefined,
    "loop.yaml": undefined,
    folder: undefined,
    "folder/c.yaml/d": undefined,
    "a\nb": undefined,
    "../a.yaml": undefined,
    "/a.yaml": undefined,
  };
  const read = await Promise.all(Object.keys(want).map((path) => blobs.read(path)));
  t.same(
    read.map((bytes) => bytes && Buffer.from(bytes).toString()),
    Object.values(want),
  );
  const other = new BlobReader("no-such-commit", cwd);
  t.equal(await other.read("a.yaml"), undefined);
  other.close();
});
