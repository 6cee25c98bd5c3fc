import {scryptSync} from "node:crypto";
import {DEMONSTRATION_KEY} from "../secrets.js";

/** What a release tells of the secrets that it was built with: enough to know them again, too little to find them. */
export interface Fingerprints {
  hash_key: string;
  rounding_seed: string;
  is_demonstration: boolean; // the declared key for synthetic returns, which anybody has
}

/** Slow on purpose (scrypt, RFC 7914), so that a short secret cannot be found by trying many. */
const COST = {N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20};

/** Returns the fingerprints of the key for hashing and of the seed for rounding. */
export function fingerprints({key, seed}: {key: string; seed: string}): Fingerprints {
  return {
    hash_key: fingerprint(key, "hash key"),
    rounding_seed: fingerprint(seed, "rounding seed"),
    is_demonstration: key === DEMONSTRATION_KEY
  };
}

const fingerprint = (secret: string, purpose: string): string =>
  scryptSync(secret, `uptake fingerprint of the ${purpose}`, 32, COST).toString("hex");
