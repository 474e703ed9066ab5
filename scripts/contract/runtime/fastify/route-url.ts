// The paths of the document as URLs for Fastify's router.
import { type PathTemplate, templateOf } from "../boundary/path-template.ts";

/**
 * Whether Fastify's router can express a path: it treats `*` as a wildcard, and decodes paths before it
 * compares them.
 */
export function isRegular({ segments }: PathTemplate): boolean {
  return segments.every((segment) => (typeof segment === "string" ? isPlain(segment) : segment.whole));
}

function isPlain(segment: string): boolean {
  return !/[*?#%]/.test(segment);
}

/**
 * Returns a path for Fastify's router. Segments that it cannot express become parameters, which the
 * constraint checks; logs and metrics show their names: `/jobs/{id}:stop` → `/jobs/:id_stop`.
 */
export function urlOf(path: string): string {
  const { segments } = templateOf(path);
  const isNamed = hasPlainNames(path);
  const taken = new Set<string>();
  const parts = path.split("/").map((text, at) => {
    const segment = segments[at] ?? "";
    if (typeof segment === "string" && isPlain(segment)) return segment.replaceAll(":", "::");
    if (isNamed && typeof segment !== "string") return `:${segment.names[0] ?? ""}`;
    const word = text.replace(/\W+/g, "_").replace(/^_+|_+$/g, "");
    const label = word === "" || taken.has(word) ? `p${at}` : word;
    taken.add(label);
    return `:${label}`;
  });
  return parts.join("/");
}

/** Whether Fastify's router can return the path parameters under their names in the document. */
export function hasPlainNames(path: string): boolean {
  const template = templateOf(path);
  const names = template.segments.flatMap((segment) => (typeof segment === "string" ? [] : segment.names));
  return (
    isRegular(template) && names.every((name) => /^\w+$/.test(name)) && new Set(names).size === names.length
  );
}
