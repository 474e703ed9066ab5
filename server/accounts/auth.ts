// HTTP Basic (RFC 7617): which account a request belongs to.
import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { type Credential, hashSecret } from "./accounts.ts";
import { Refusal } from "../problems/refusal.ts";

const basicHeader = /^basic +([A-Za-z0-9+/]+={0,2})$/i;

interface Verified {
  readonly header: string;
  readonly accountId: string;
}

/** Compared with when the user name is unknown, so that an unknown name takes as long as a wrong password. */
const nobody: Pick<Credential, "passwordHash" | "accountId"> = {
  passwordHash: Buffer.alloc(32),
  accountId: "",
};

/** Tells whose request it is. */
export class Authenticator {
  private readonly credentials: ReadonlyMap<string, Credential>;
  /** The header last verified on each connection: whoever sends it again there has proved it already. */
  private readonly verified = new WeakMap<Socket, Verified>();

  constructor(credentials: readonly Credential[]) {
    this.credentials = new Map(credentials.map((credential) => [credential.username, credential]));
  }

  /** The account's id. Throws the 401 when the credentials are missing, malformed, or wrong. */
  authenticate(request: IncomingMessage): string {
    const header = request.headers.authorization;
    if (header === undefined) throw new Refusal("unauthorized");
    const known = this.verified.get(request.socket);
    if (known !== undefined && equalInConstantTime(known.header, header)) return known.accountId;
    const accountId = this.verify(header);
    this.verified.set(request.socket, { header, accountId });
    return accountId;
  }

  private verify(header: string): string {
    const encoded = basicHeader.exec(header)?.[1];
    if (encoded === undefined) throw new Refusal("unauthorized");
    const bytes = Buffer.from(encoded, "base64");
    // Node's decoder skips what is no base64; only one spelling is the right one.
    if (bytes.toString("base64") !== encoded) throw new Refusal("unauthorized");
    const decoded = bytes.toString("utf8");
    const colon = decoded.indexOf(":");
    if (colon < 0) throw new Refusal("unauthorized");
    const credential = this.credentials.get(decoded.slice(0, colon));
    const { passwordHash, accountId } = credential ?? nobody;
    const matches = timingSafeEqual(hashSecret(decoded.slice(colon + 1)), passwordHash);
    if (credential === undefined || !matches) throw new Refusal("unauthorized");
    return accountId;
  }
}

/** `timingSafeEqual` for header texts, which are one byte a character; it would need two buffers a request. */
function equalInConstantTime(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let at = 0; at < left.length; at++) difference |= left.charCodeAt(at) ^ right.charCodeAt(at);
  return difference === 0;
}
