// Turns the result of a confirmation into a finding.
import type { Confirmation } from "./confirm-exchange.ts";
import type { Draft } from "./draft.ts";

/**
 * Returns a break if there is a witness, nothing if the receiver accepts, and an undecided finding if the
 * exchange cannot be confirmed.
 */
export function claimedDraft(made: Omit<Draft, "verdict">, confirmed: Confirmation): Draft[] {
  if (confirmed.kind === "accepted") return [];
  if (confirmed.kind === "witness") {
    const { witness, reason } = confirmed;
    return [{ ...made, verdict: "breaking", witness, ...(reason === undefined ? {} : { reason }) }];
  }
  return [{ ...made, verdict: "undecided", reason: unconfirmed(confirmed.errors) }];
}

/** Returns why an exchange that should demonstrate a break does not. */
export function unconfirmed(errors: readonly string[]): string {
  return `an example was found and could not be confirmed: ${errors.join("; ")}`;
}
