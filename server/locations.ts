// Absolute URLs of the contract's operations, for `Location` and its kin: from configuration, never from the `Host` header.
import { type OperationId, operations, servers } from "../generated/operations.ts";

/** The path all operations are served under: the first server of the document, which is relative. */
export const basePath: string = servers[0];

/** The URL of an address listened on. */
export function urlOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

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

  /** @example locations.of("fetchSender", { senderId }) // "https://host/v1/Senders/comms_sender_…" */
  of(operationId: OperationId, path: Readonly<Record<string, string>>): string {
    const filled = operations[operationId].path.replace(/\{([^}]*)\}/g, (_: string, name: string) =>
      encodeURIComponent(path[name] ?? ""),
    );
    return `${this.root}${basePath}${filled}`;
  }
}
