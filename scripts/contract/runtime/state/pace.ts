// How work goes on that is done after its response.

/**
 * `look`: work is done once it was looked at as often as is usual; `immediate`: before its response leaves; `manual`: when somebody says so; a
 * number: so many milliseconds after it began.
 */
export type Pace = "look" | "immediate" | "manual" | number;

/** Whether work that goes by time and began then is done now. */
export function isDone(pace: "immediate" | number, began: number, now: number): boolean {
  return pace === "immediate" || now - began >= pace;
}
