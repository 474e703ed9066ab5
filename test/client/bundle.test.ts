// The client's size in bundles, and the platforms on which bundles run.
import { build } from "esbuild";
import t from "tap";
import { bundleSize, oneResource } from "../../scripts/project/bench/bundle-size.ts";

t.test("a bundle with one resource and all features has six kilobytes", async (t) => {
  const senders = await bundleSize(oneResource.replaceAll("SenderPools", "Senders"));
  t.ok(senders <= 6000, `${senders} bytes`);
  // The larger resource has 6 kB at the time of writing; the rest is room for further operations.
  const senderPools = await bundleSize(oneResource);
  t.ok(senderPools <= 6500, `${senderPools} bytes`);
});

t.test("a bundle omits unused features", async (t) => {
  const senders = oneResource.replaceAll("SenderPools", "Senders");
  t.ok((await bundleSize(senders)) < (await bundleSize(oneResource)) - 300);
});

t.test("a bundle depends on no platform", async (t) => {
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
