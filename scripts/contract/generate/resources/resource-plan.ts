// The resources of a client and the names of their methods: from tags and `x-sdk`, else from ids and paths.
import { isObject } from "../../document/pointer.ts";
import type { Code } from "../code.ts";
import { lowerFirst, memberName, toIdentifier, UniqueNames } from "../names.ts";
import type { Plan, PlannedOperation } from "../plan.ts";
import { streamMethodName, switchedOf } from "./stream-methods.ts";

/** A group of operations: a class, and a property of the client. */
export interface PlannedResource {
  /** `SenderPools`. */
  readonly tag: string;
  /** `senderPools`. */
  readonly property: Code;
  readonly description: string | undefined;
  readonly methods: readonly PlannedMethod[];
}

/** A method of a resource: its name and its operation. */
export interface PlannedMethod {
  readonly name: Code;
  readonly operation: PlannedOperation;
}

/** Names that every object has, and names that would make it a promise or change its prototype. */
const taken = ["constructor", "then", "__proto__"];

/** Returns the resources in the order of their first operations in the document. */
export function resourcesOf({ operations, document }: Plan): PlannedResource[] {
  const groups = new Map<string, PlannedOperation[]>();
  for (const operation of operations) {
    const tag = operation.tag ?? "Default";
    groups.set(tag, [...(groups.get(tag) ?? []), operation]);
  }
  const properties = new UniqueNames(taken);
  return [...groups].map(([tag, members]) => {
    const names = new UniqueNames(taken);
    return {
      tag,
      property: properties.take(memberName(lowerFirst(toIdentifier(tag)))),
      description: tagDescription(document.root["tags"], tag),
      methods: members.flatMap((operation): PlannedMethod[] => {
        const name = names.take(methodName(operation));
        const switched = switchedOf(document.root, operation);
        if (switched === undefined) return [{ name, operation }];
        const streamName = names.take(memberName(streamMethodName(operation, name)));
        return [
          { name, operation: switched.whole },
          { name: streamName, operation: switched.streamed },
        ];
      }),
    };
  });
}

function methodName({ source, id, tag = "" }: PlannedOperation): Code {
  const sdk = source.operation["x-sdk"];
  const given = isObject(sdk) ? sdk["method"] : undefined;
  if (typeof given === "string") return memberName(given);
  // `repos/get` of the tag `repos` is `repos.get`.
  const own = /[/._-]/.test(id.charAt(tag.length)) && id.startsWith(tag) ? id.slice(tag.length + 1) : id;
  return memberName(own === "" ? id : own);
}

function tagDescription(tags: unknown, name: string): string | undefined {
  if (!Array.isArray(tags)) return undefined;
  const entries: readonly unknown[] = tags;
  const tag = entries.find((entry) => isTag(entry) && entry.name === name);
  return isTag(tag) && typeof tag.description === "string" ? tag.description : undefined;
}

function isTag(entry: unknown): entry is { name?: unknown; description?: unknown } {
  return typeof entry === "object" && entry !== null;
}
