// Words for statuses, as documents use them for the codes of errors.

const words: Readonly<Record<number, RegExp>> = {
  400: /bad.?request|invalid|validation|malformed|illegal/i,
  401: /unauth|authenticat|credential|not.?logged|token/i,
  403: /forbidden|denied|permission|not.?allowed|authoriz/i,
  404: /not.?found|missing|no.?such|unknown/i,
  405: /method/i,
  409: /conflict|duplicate|already|exists/i,
  410: /gone|deleted|not.?found/i,
  412: /precondition|stale|version|modified|conflict/i,
  413: /too.?large|size/i,
  415: /media|content.?type|unsupported/i,
  422: /unprocessable|semantic|invalid|validation/i,
  429: /rate|too.?many|limit|throttl|quota/i,
  500: /internal|server|unexpected/i,
  503: /unavailable|maintenance|overload/i,
};

/** Returns the word for a status; undefined if none is about it. */
export function wordFor(status: number, among: readonly string[]): string | undefined {
  const meant = words[status];
  return meant && among.find((word) => meant.test(word));
}

/** Returns a reason phrase as codes are usually written: `not_found`. */
export function codeOf(title: string): string {
  return title.toLowerCase().replace(/[^a-z]+/g, "_");
}
