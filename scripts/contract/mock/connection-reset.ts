// Ends an exchange without a response.

/** A fault asks for a connection that breaks. */
export class ConnectionReset extends Error {
  override readonly name = "ConnectionReset";
}
