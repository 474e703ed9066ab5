// Error that ends an exchange without a response.

/** Thrown by a fault that resets the connection. */
export class ConnectionReset extends Error {
  override readonly name = "ConnectionReset";
}
