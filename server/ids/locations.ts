// Absolute URLs of the contract's operations, for `Location` and similar header fields. Built from the
// configuration, never from the `Host` header.
import { type OperationId, operations, servers } from "../../generated/operations.ts";

/** The path prefix of all operations: the first server of the document, which is relative. */
export const basePath: string = servers[0];

/** The URL of a listening address. */
export function urlOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Each operation's path template, split into alternating text and parameter names. */
const pathParts: ReadonlyMap<string, readonly string[]> = new Map(
  Object.values(operations).map(({ operationId, path }) => [operationId, path.split(/\{([^}]*)\}/)]),
);

/** Builds the URLs of operations. */
export class Locations {
  #root: string;

  /** @param root  the server's public URL, such as `https://pools.example` */
  constructor(root: string) {
    this.#root = root;
  }

  /** Sets the server's public URL once it is known, that is, after listening on a free port. */
  movedTo(root: string): void {
    this.#root = root;
  }

  /**
   * Returns the URL of an operation.
   *
   * @example locations.of("fetchSender", { senderId }) // "https://host/v1/Senders/" and the ID
   */
  of(operationId: OperationId, path: Readonly<Record<string, string>>): string {
    const parts = pathParts.get(operationId) ?? [];
    let url = this.#root + basePath;
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at]!;
      url += at % 2 === 0 ? part : encodeURIComponent(path[part] ?? "");
    }
    return url;
  }
}
