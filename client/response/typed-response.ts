// Types of a call's response, with the header names that the document declares.

/** `Headers` for which editors suggest the declared names; others are accepted, too. */
export interface TypedHeaders<Name extends string = string> extends Headers {
  get(name: Name | (string & {})): string | null;
  has(name: Name | (string & {})): boolean;
}

/** The platform's response. Its body has already been read. */
export interface TypedResponse<Header extends string = string> extends Response {
  readonly headers: TypedHeaders<Header>;
}
