import type {Signature} from "../../pipeline/publish/catalogue.js";
import {date} from "./format.js";

/** Returns how a release stands, as a sentence: a draft, or by whom, in what role and when it was signed off. */
export const signedOff = (signedBy: Signature | null): string =>
  signedBy === null
    ? "Draft, not signed off."
    : `Final: signed off by ${signedBy.name}, ${signedBy.role}, on ${date(signedBy.date)}.`;
