import type {Signature} from "../../pipeline/publish/catalogue.js";

/** Of what a report is: unsigned it is a draft, and one synthetic cell makes it synthetic. */
export interface Standing {
  signedBy: Signature | null;
  isSynthetic: boolean;
}

/** Returns the name of a report's file: "july-progress-draft-synthetic.pdf". A draft says so, and so does what is synthetic. */
export const reportFile = (
  name: string,
  {ending, signedBy, isSynthetic}: Standing & {ending: "pdf" | "ods" | "csv"}
): string => `${name}${signedBy === null ? "-draft" : ""}${isSynthetic ? "-synthetic" : ""}.${ending}`;
