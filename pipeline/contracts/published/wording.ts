import type {FieldName} from "../fields.js";

/** What a column of text may hold beside our own words: codes of one form, or names that a register gives. */
export interface Wording {
  pattern?: RegExp; // the whole of each value; loose patterns let free text through, so there are none
  register?: {collection: string; column: string}; // a public register of bodies, never of people
  isOperators?: boolean; // what the operator wrote into the ledger of returns, never a sender
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SENDER = /^(\d{3}|\d{6}|[1-9]\d{7}|LLSC\d{2})$/; // others stand in the list of expected senders
const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Columns of text that hold more than our own words. Every other text that is published must stand in a reference table
 * or in our own code (labels of the contracts, lists, what models write), whole or put together of such texts with
 * numbers and dates between; whatever else it is, it is refused. A new column needs a line here only for codes.
 */
export const WORDINGS: {readonly [Name in FieldName]?: Wording} = {
  period: {pattern: /^(\d{4}(-\d{2}){0,2}|\d{4}-\d{2} to \d{4}-\d{2}|\d{4}_\d{4})$/},
  month: {pattern: /^\d{4}-\d{2}$/},
  as_at_date: {pattern: DAY},
  previous_as_at_date: {pattern: DAY},
  counted_to_date: {pattern: DAY},
  due_date: {pattern: DAY},
  window_start_date: {pattern: DAY},
  window_end_date: {pattern: DAY},
  received_date: {pattern: DAY},
  valid_from_date: {pattern: DAY},
  available_from_date: {pattern: DAY},
  judged_date: {pattern: DAY},
  release: {pattern: /^[a-z0-9][a-z0-9.-]{0,63}$/},
  notice_date: {pattern: DAY},
  sha256: {pattern: SHA256},
  sql_sha256: {pattern: SHA256},
  provenance_id: {pattern: /^[a-z][a-z0-9_]*-[0-9a-f]{8}$/},
  mart: {pattern: /^[a-z][a-z0-9_]*$/},
  sql_file: {pattern: /^pipeline\/marts\/[a-z][a-z0-9_]*\.(sql|ts)$/},
  policy_value: {pattern: /^\d[\d,]*(\.\d+)?( or more)?$/},
  file: {pattern: /^[a-z_]+\/[0-9_-]{4,9}\/[A-Za-z0-9_]{1,40}(\.\d{1,3})?\.(csv|xlsx|xml|parquet)$/},
  sender_id: {pattern: SENDER},
  sender_name: {
    pattern: SENDER, // where no register names it
    register: {collection: "provider", column: "provider_name"}
  },
  publisher: {isOperators: true},
  licence: {isOperators: true},
  url: {isOperators: true}
};
