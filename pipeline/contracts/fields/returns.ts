import {z} from "zod";
import {SYMBOLS} from "../symbols.js";
import {count, field, keysOf, optional, text} from "./field.js";

/** Columns of who sent what, and of the files that came. */
export const RETURN_FIELDS = {
  collection: field(text(), "Collection", "Name of the collection."),
  sender_id: field(text(), "Sender", "Code of the body that sends the return."),
  sender_name: field(text(), "Sender name", "Name of the body that sends the return."),
  sender_type: field(text(), "Sender type", "Local LSC, LEA, provider or national body."),
  received_date: field(optional(), "Received", "Date on which the file in use was received."),
  files_count: field(z.int(), "Files", "Files received from the sender for the period."),
  rows_used_count: field(count(), "Rows used", "Accepted rows of the file in use, rounded to 10."),
  rows_held_count: field(count(), "Rows held", "Held rows of the file in use, rounded to 10."),
  rows_held_symbol: field(
    z.enum(keysOf(SYMBOLS)).nullable(),
    "Rows held symbol",
    "Stands where the count of held rows does not."
  ),
  file: field(text(), "File", "Address of the file under data/returns."),
  sha256: field(text(), "SHA-256", "Hash of the file's bytes."),
  publisher: field(text(), "Publisher", "Who published or sent the file."),
  url: field(optional(), "Address", "Where the file was published."),
  licence: field(text(), "Licence", "Licence of the file."),
  is_used: field(z.boolean(), "Used", "False where a later file of the same sender replaced it."),
  corrections_count: field(
    z.int(),
    "Corrections",
    "Entries of the list of known errors that were mended in the file before it was judged."
  )
} as const;
