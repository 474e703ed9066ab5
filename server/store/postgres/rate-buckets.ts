// Token buckets of accounts, shared by all processes: refilled by the database's clock, taken from in one
// statement.
import type { TokenGrant, TokenQuery } from "../store.ts";
import type { Connections, Statement } from "./connections.ts";

/**
 * Current time in seconds with fractions. Not the transaction's start: a statement that waited for the row
 * must not set the clock back.
 */
const now = "extract(epoch FROM clock_timestamp())::double precision";

/** Tokens in the bucket after refilling it; $3 is the rate, $4 the burst. */
const filled = `least($4, bucket.tokens + greatest(0, ${now} - bucket.filled_at) * $3)`;

/** Grants whole tokens only. An account without a row has a full bucket. */
const takeTokens: Statement = {
  name: "take-tokens",
  text: `
    INSERT INTO rate_buckets AS bucket (account_key, tokens, granted, filled_at)
    VALUES ($1, $4::double precision - least($2::integer, $4), least($2, $4), ${now})
    ON CONFLICT (account_key) DO UPDATE SET
      granted = least($2, floor(${filled})),
      tokens = ${filled} - least($2, floor(${filled})),
      filled_at = greatest(bucket.filled_at, ${now})
    RETURNING granted, tokens`,
};

/** Takes the wanted number of tokens, or as many as there are. */
export async function takeFromBucket(
  connections: Connections,
  account: number,
  { wanted, perSecond, burst }: TokenQuery,
): Promise<TokenGrant> {
  const [row] = await connections.query<{ granted: number; tokens: number }>(takeTokens, [
    account,
    wanted,
    perSecond,
    burst,
  ]);
  return { granted: row!.granted, left: row!.tokens };
}
