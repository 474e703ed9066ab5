// Changes responses of a mock, to plant faults.

/** Returns the response with a changed body. */
export async function changed(
  response: Response,
  change: {
    readonly status?: number;
    readonly headers?: Record<string, string | undefined>;
    readonly body?: (body: string) => string;
  },
): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  for (const [name, value] of Object.entries(change.headers ?? {}))
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
  const text = await response.text();
  const status = change.status ?? response.status;
  const body = [204, 304].includes(status) ? null : (change.body ?? ((same) => same))(text);
  return new Response(body, { status, headers });
}

export const pathOf = ({ url }: Request): string => new URL(url).pathname;
