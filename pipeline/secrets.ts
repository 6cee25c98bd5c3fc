import {createHmac} from "node:crypto";
import {UserError} from "./error.js";

/** The key under which synthetic people are hashed: declared, so that anyone can rebuild the same bytes. Never for real returns. */
export const DEMONSTRATION_KEY = "uptake-demonstration-key-for-synthetic-returns-only";

/**
 * Returns the key for hashing linked people. Returns from real people need a secret of at least 32 characters in
 * `UPTAKE_HASH_KEY`; synthetic ones use the declared demonstration key.
 */
export function hashKey(
  environment: Readonly<Record<string, string | undefined>>,
  {isReal}: {isReal: boolean}
): string {
  const secret = environment.UPTAKE_HASH_KEY;
  if (!isReal && secret === undefined) return DEMONSTRATION_KEY;
  if (secret === undefined || secret === "")
    throw new UserError(
      "UPTAKE_HASH_KEY: expected a secret of at least 32 characters, since real returns about people are to be read; got none. Set it from outside the project, and keep it."
    );
  if (secret.length < 32)
    throw new UserError(
      `UPTAKE_HASH_KEY: expected at least 32 characters; got ${secret.length}. Choose a longer secret.`
    );
  return secret;
}

/**
 * Returns the seed that decides between equally good roundings: `UPTAKE_ROUNDING_SEED`, or one that follows from the key
 * for hashing, so that whoever keeps the one secret keeps the other.
 */
export function roundingSeed(environment: Readonly<Record<string, string | undefined>>, key: string): string {
  return environment.UPTAKE_ROUNDING_SEED || createHmac("sha256", key).update("rounding").digest("hex");
}
