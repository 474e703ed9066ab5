// The response of a call, with the header names that the document declares.

/** Like `Headers`; an editor offers the declared names to `get` and `has`, and any other is taken, too. */
export interface TypedHeaders<Name extends string = string> extends Headers {
  get(name: Name | (string & {})): string | null;
  has(name: Name | (string & {})): boolean;
}

/** The platform's own response. Its body has been read already. */
export interface TypedResponse<Header extends string = string> extends Response {
  readonly headers: TypedHeaders<Header>;
}
