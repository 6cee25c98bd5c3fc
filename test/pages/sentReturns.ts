import {JSDOM} from "jsdom";
import {REASONS, SYMBOLS} from "../../pipeline/contracts/symbols.js";
import type {Figure, Release, Return} from "../../src/components/release.js";
import {BLANK_FIGURE} from "../figure.js";

export const {document} = new JSDOM("").window;
export const options = {document, parameters: {}};

export const sent = (of: Partial<Return>): Return =>
  ({
    collection: "staff_questionnaire",
    period: "2004-03",
    sender_id: "LLSC01",
    sender_name: "LSC Avon",
    sender_type: "local_lsc",
    area_code: "LLSC01",
    status: "received",
    due_date: "2004-04-30",
    received_date: "2004-04-20",
    files_count: 1,
    rows_used_count: 90,
    rows_held_count: 0,
    rows_held_symbol: null,
    origin: "synthetic",
    ...of
  }) as Return;
export const unsent = (of: Partial<Return>) =>
  sent({
    status: "not received",
    received_date: null,
    files_count: 0,
    rows_used_count: null,
    rows_held_count: null,
    rows_held_symbol: "x",
    ...of
  });
export const figure = (indicator_id: string, of: Partial<Figure>): Figure => ({
  ...BLANK_FIGURE,
  indicator_id,
  senders_returned: 1,
  senders_expected: 3,
  ...of
});
export const survey = figure("QUA-02", {
  dimension_1: "collection",
  category_1: "staff_questionnaire",
  numerator: 2,
  denominator: 3
});

export const release = (rows: readonly Return[], {indicators = [survey], files = []}: Partial<Release> = {}): Release =>
  ({
    returns: rows,
    indicators,
    files,
    progress: [{as_at_date: "2004-06-30"}],
    areas: [
      {area_code: "ENG", area_name: "England"},
      {area_code: "101", area_name: "Tyne"}
    ],
    definitions: [],
    provenance: [],
    symbols: SYMBOLS,
    reasons: REASONS
  }) as unknown as Release;

export const AVON = sent({});
export const LATE = sent({
  sender_id: "LLSC02",
  sender_name: "LSC Berkshire",
  status: "late",
  received_date: "2004-05-03",
  rows_held_count: 10
});
export const GONE = unsent({sender_id: "LLSC03", sender_name: "LSC Cumbria"});
export const PLAN = {collection: "local_plan", period: "2004-05", due_date: "2004-06-30"} as const;
