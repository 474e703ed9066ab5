// unused-components: an unreferenced component is not part of the contract, and misleads its maintainers.
import type { Json, JsonObject } from "../../document/document.ts";
import { isObject, localPointer, parsePointer, refOf, toPointer } from "../../document/pointer.ts";
import { pointerOf, type Visit, walkDocument } from "../../document/walk.ts";
import type { Rule } from "../rule.ts";

export const unusedComponents: Rule = {
  id: "unused-components",
  summary: "Every component is used, directly or through others, by a path or a webhook.",
  *check({ root, allOperations }) {
    const uses = usesOf(root);
    const used = new Set<string>();
    const pending = [...(uses.get("") ?? [])];
    for (const name of allOperations.flatMap(({ security }) => security.flatMap((one) => Object.keys(one)))) {
      pending.push(toPointer(["components", "securitySchemes", name]));
    }
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (used.has(next)) continue;
      used.add(next);
      for (const one of uses.get(next) ?? []) pending.push(one);
    }
    for (const component of componentsOf(root)) {
      if (!used.has(component)) yield { pointer: component, message: "nothing uses this component" };
    }
  },
};

function componentsOf(root: JsonObject): string[] {
  const { components } = root;
  return Object.entries(isObject(components) ? components : {}).flatMap(([section, named]) =>
    isObject(named) && !section.startsWith("x-")
      ? Object.keys(named).map((name) => toPointer(["components", section, name]))
      : [],
  );
}

/**
 * Component → the components it references; under `""` those that are referenced from outside of all
 * components.
 */
function usesOf(root: JsonObject): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  const add = (user: string, used: string): void => {
    const list = uses.get(user);
    if (list === undefined) uses.set(user, [used]);
    else list.push(used);
  };
  walkDocument(root, (visit) => {
    const targets = targetsOf(visit);
    if (targets.length === 0) return;
    const user = componentOf(pointerOf(visit));
    for (const target of targets) {
      const used = componentOf(target);
      add(user, used);
      // A schema that extends one with a discriminator is one of its variants, so the base uses it.
      if (visit.up?.key === "allOf") add(used, user);
    }
  });
  return uses;
}

function targetsOf({ node, type }: Visit): string[] {
  const refs = [refOf(node)];
  if (type === "schema" && isObject(node))
    for (const one of mappedRefs(node["discriminator"])) refs.push(one);
  return refs.flatMap((ref) => localPointer(ref ?? "") ?? []);
}

function mappedRefs(discriminator: Json | undefined): string[] {
  const mapping = isObject(discriminator) ? discriminator["mapping"] : undefined;
  const values = Object.values(isObject(mapping) ? mapping : {}).filter((value) => typeof value === "string");
  return values.map((value) =>
    value.includes("#") ? value : `#${toPointer(["components", "schemas", value])}`,
  );
}

/** Returns the component that contains a location; `""` if none does. */
function componentOf(pointer: string): string {
  const [first, ...rest] = parsePointer(pointer);
  return first === "components" && rest.length >= 2 ? toPointer([first, ...rest.slice(0, 2)]) : "";
}
