// Absolute URLs of the contract's operations, for `Location` and its kin: from configuration, never from the `Host` header.
import { type OperationId, operations, servers } from "../../generated/operations.ts";

/** The path all operations are served under: the first server of the document, which is relative. */
export const basePath: string = servers[0];

/** The URL of an address listened on. */
export function urlOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Each operation's path, taken apart: text, name of a parameter, text, … */
const pathParts: ReadonlyMap<string, readonly string[]> = new Map(
  Object.values(operations).map(({ operationId, path }) => [operationId, path.split(/\{([^}]*)\}/)]),
);

/** Builds the URL under which an operation's answer can be fetched. */
export class Locations {
  private root: string;

  /** @param root where the server is reached from outside, such as `https://pools.example` */
  constructor(root: string) {
    this.root = root;
  }

  /** Tells where the server is reached, once it is known: after listening on a free port. */
  movedTo(root: string): void {
    this.root = root;
  }

  /** @example locations.of("fetchSender", { senderId }) // "https://host/v1/Senders/" and the ID */
  of(operationId: OperationId, path: Readonly<Record<string, string>>): string {
    const parts = pathParts.get(operationId) ?? [];
    let url = this.root + basePath;
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at]!;
      url += at % 2 === 0 ? part : encodeURIComponent(path[part] ?? "");
    }
    return url;
  }
}
