// What the client costs those who bundle it, and where the bundle runs.
import { build } from "esbuild";
import t from "tap";
import { bundleSize, oneResource } from "../../scripts/project/bench/bundle-size.ts";

t.test("costs six kilobytes for one resource with everything", async (t) => {
  const senders = await bundleSize(oneResource.replaceAll("SenderPools", "Senders"));
  t.ok(senders <= 6000, `${senders} bytes`);
  // The larger resource has 6 kB, too, at the time of writing; the rest is room for operations to come.
  const senderPools = await bundleSize(oneResource);
  t.ok(senderPools <= 6500, `${senderPools} bytes`);
});

t.test("leaves out of a bundle what it does not use", async (t) => {
  const senders = oneResource.replaceAll("SenderPools", "Senders");
  t.ok((await bundleSize(senders)) < (await bundleSize(oneResource)) - 300);
});

t.test("needs nothing of any platform", async (t) => {
  const { metafile } = await build({
    entryPoints: ["generated/index.ts"],
    bundle: true,
    platform: "neutral",
    mainFields: ["module"],
    conditions: ["import"],
    write: false,
    metafile: true,
  });
  const inputs = Object.keys(metafile.inputs).filter((path) => !/^(client|generated)\//.test(path));
  t.same(inputs, ["node_modules/openapi-fetch/dist/index.mjs"]);
});
