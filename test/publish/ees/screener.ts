import {parse} from "csv-parse/sync";
import {LOCAL_AUTHORITIES} from "../../../pipeline/publish/ees/localAuthorities.js";
import {LEVEL_COLUMNS, REGION_PAIRS, TIME_IDENTIFIERS} from "./standard.js";

/** A file of open data as it is handed to the government's screener. */
export interface ScreenedFile {
  name: string; // of the data file
  metaName: string;
  data: string;
  meta: string;
}

interface Screened extends ScreenedFile {
  header: string[];
  rows: Record<string, string>[];
  metaHeader: string[];
  metaRows: Record<string, string>[];
  filters: string[];
  indicators: string[];
}

type Rule = (file: Screened) => boolean | string[];

const META_COLUMNS = [
  "col_name",
  "col_type",
  "label",
  "indicator_grouping",
  "indicator_unit",
  "indicator_dp",
  "filter_hint",
  "filter_grouping_column"
];
const REQUIRED = ["time_period", "time_identifier", "geographic_level", "country_code", "country_name"];
const UNITS = ["", "£", "£m", "%", "pp", "numberstring"];
const PLACE_COLUMNS = Object.values(LEVEL_COLUMNS).flat();
const OBSERVATION = [...REQUIRED, ...PLACE_COLUMNS];
const LOOKS_LIKE_PLACE =
  /(^(country|sch|prov|inst|estab|reg|la|local|rsc|pfa|pcon|lep|mca|oa|ward|mat).*(name|code|urn|ukprn|number|upin|id)$)|(^(laestab|estab|sch|school|schools|prov|provider|providers|inst|institution|institutions|name|code|urn|ukprn|number|upin|id|region|la|lad|rsc|pcon|lep|mca|oa|ward|mat)$)/i;
const SMUSHED =
  /male|asian|chinese|indian|pakistani|bangladeshi|black|african|caribbean|white|roma|irish|english|british|scottish|welsh|arab/i;
const HARMONISED = /sen_|primary_need|secondary_need|establishment_type|provider_type|school_type|phase|ethnic/;
const HARMONISED_NAMES = [
  "sen_status",
  "sen_primary_need",
  "sen_secondary_need",
  "sen_provision",
  "establishment_type",
  "establishment_type_group",
  "provider_type",
  "education_phase",
  "ethnicity_major",
  "ethnicity_minor",
  "ethnicity_detailed",
  "minority_ethnic"
];
const MIXES: readonly RegExp[] = [
  /^(January|February|March|April|May|June|July|August|September|October|November|December)$/,
  /^Week \d+$/,
  /^Financial year Q[1-4]$/,
  /^(Autumn|Spring|Summer) term$/,
  /^Part [12] /
];
const BAD_CELLS = ["NULL", "Null", "null", "NA", "na", "N/A", "n/a", ".", "..", "-", "~", ":"];
const SYMBOLS = ["z", "x", "c", "low", "u"];
const LABEL_OF_GUIDE = 80; // the guide's limit, which is below the screener's
/** As files have them, in the standard's own list; the list was compared with the screener's. */
const AUTHORITY_TRIPLES: ReadonlySet<string> = new Set(
  [...LOCAL_AUTHORITIES].map(([old, {code, name}]) => `${old} ${code} ${name}`)
);

const distinct = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.map((value) => value ?? ""))
];
const repeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) < index);
const column = ({rows}: Screened, name: string): string[] => distinct(rows.map((row) => row[name]));
const ofType = ({metaRows}: Screened, type: string): Record<string, string>[] =>
  metaRows.filter(({col_type}) => col_type === type);

/** Filters that are grouped, each with the column of its groups. */
const groupsOf = ({header, metaRows}: Screened): [filter: string, group: string][] =>
  metaRows
    .map(({col_name = "", filter_grouping_column = ""}): [string, string] => [col_name, filter_grouping_column])
    .filter(([, group]) => header.includes(group));

/** Each code of a level has one name and each name one code. */
const pairs = (file: Screened, columns: readonly string[]): string[][] =>
  distinct(file.rows.map((row) => JSON.stringify(columns.map((name) => row[name] ?? ""))))
    .map((pair) => JSON.parse(pair) as string[])
    .filter((pair) => pair.some((value) => value !== ""));

/**
 * The checks of the government's screener (eesyscreener 0.3.0) by their names, and after them what it lets through and we
 * do not. A rule gives true where a file keeps it, or what breaks it; warnings are faults here. Two of its warnings always
 * come, since the names of these files are in no data dictionary (data_dict_col_name, data_dict_fil_item): the data
 * guidance says why. Checks of areas that these files never have (wards, districts and so on) are left out.
 */
const RULES: Readonly<Record<string, Rule>> = {
  filename_spaces: ({name, metaName}) => !/\s/.test(name + metaName),
  filename_special: ({name, metaName}) =>
    /^[a-z0-9_-]+\.csv$/.test(name) && /^[a-z0-9_-]+\.meta\.csv$/.test(metaName) && name.length <= 54,
  filenames_match: ({name, metaName}) => metaName === name.replace(/\.csv$/, ".meta.csv"),
  col_req_meta: ({metaHeader}) => META_COLUMNS.filter((name) => !metaHeader.includes(name)),
  col_invalid_meta: ({metaHeader}) => metaHeader.filter((name) => !META_COLUMNS.includes(name)),
  col_req_data: ({header}) => REQUIRED.filter((name) => !header.includes(name)),
  col_to_rows: ({header, metaRows}) => header.length > metaRows.length,
  cross_meta_to_data: ({header, metaRows}) =>
    metaRows.map(({col_name = ""}) => col_name).filter((name) => !header.includes(name)),
  cross_data_to_meta: ({header, filters, indicators}) =>
    header.filter((name) => ![...OBSERVATION, ...filters, ...indicators].includes(name)),
  col_names_spaces: ({header}) => header.filter((name) => /\s/.test(name)),
  col_snake_case: ({header}) => header.filter((name) => !/^[a-z0-9_]+$/.test(name)),
  col_var_start: ({header}) => header.filter((name) => !/^[a-z]/.test(name)),
  col_ind_smushed: ({indicators}) => indicators.filter((name) => SMUSHED.test(name)),
  col_var_characteristic: ({header}) => header.filter((name) => /^characteristic(_group)?$/.test(name)),
  meta_col_type: ({metaRows}) =>
    distinct(metaRows.map(({col_type}) => col_type)).filter((type) => !/^(Filter|Indicator)$/.test(type)),
  meta_ob_unit: ({metaRows}) =>
    metaRows.map(({col_name = ""}) => col_name).filter((name) => OBSERVATION.includes(name)),
  meta_col_name: ({metaRows}) => metaRows.every(({col_name}) => col_name !== ""),
  meta_dupe_label: ({metaRows}) => repeated(metaRows.map(({label = ""}) => label)),
  meta_label: ({metaRows}) => metaRows.every(({label}) => label !== ""),
  meta_fil_grp: (file) => ofType(file, "Indicator").every((row) => row.filter_grouping_column === ""),
  meta_fil_grp_match: ({header, metaRows}) =>
    metaRows.map((row) => row.filter_grouping_column ?? "").filter((name) => name !== "" && !header.includes(name)),
  meta_fil_grp_dupe: ({metaRows}) =>
    repeated(metaRows.map((row) => row.filter_grouping_column ?? "").filter((name) => name !== "")),
  meta_fil_grp_is_fil: ({metaRows, filters}) =>
    metaRows.map((row) => row.filter_grouping_column ?? "").filter((name) => name !== "" && !filters.includes(name)),
  meta_fil_grp_stripped: (file) =>
    groupsOf(file).flatMap(([, name]) => {
      const items = column(file, name);
      return distinct(items.map((item) => item.replaceAll(/[^a-z0-9]/gi, ""))).length < items.length ? [name] : [];
    }),
  meta_filter_hint: (file) => ofType(file, "Indicator").every(({filter_hint}) => filter_hint === ""),
  meta_geog_catch: ({filters}) => filters.filter((name) => LOOKS_LIKE_PLACE.test(name)),
  meta_indicator_dp: (file) => ofType(file, "Filter").every(({indicator_dp}) => indicator_dp === ""),
  meta_col_name_spaces: ({metaRows}) => metaRows.map(({col_name = ""}) => col_name).filter((name) => /\s/.test(name)),
  meta_col_name_dupe: ({metaRows}) => repeated(metaRows.map(({col_name = ""}) => col_name)),
  meta_ind_dp_set: (file) => ofType(file, "Indicator").every(({indicator_dp}) => indicator_dp !== ""),
  meta_ind_dp_values: (file) =>
    ofType(file, "Indicator")
      .map(({indicator_dp = ""}) => indicator_dp)
      .filter((dp) => !/^\d+$/.test(dp)),
  meta_ind_unit: (file) => ofType(file, "Filter").every(({indicator_unit}) => indicator_unit === ""),
  meta_ind_unit_validation: (file) =>
    ofType(file, "Indicator")
      .map(({indicator_unit = ""}) => indicator_unit)
      .filter((unit) => !UNITS.includes(unit)),
  meta_indicator_grouping: (file) => ofType(file, "Filter").every(({indicator_grouping}) => indicator_grouping === ""),
  filter_not_singular: (file) => file.filters.filter((name) => column(file, name).length < 2),
  time_period_num: (file) => column(file, "time_period").filter((period) => !/^\d{4}(\d{2})?$/.test(period)),
  time_id_valid: (file) => column(file, "time_identifier").filter((when) => !Object.hasOwn(TIME_IDENTIFIERS, when)),
  time_id_mix: (file) => {
    const used = column(file, "time_identifier");
    return used.length <= 1 || MIXES.some((mix) => used.every((when) => mix.test(when)));
  },
  time_period: ({rows}) =>
    rows.every(({time_period = "", time_identifier = ""}) => time_period.length === TIME_IDENTIFIERS[time_identifier]),
  time_period_six: (file) =>
    column(file, "time_period").filter(
      (period) => period.length === 6 && (Number(period.slice(2, 4)) + 1) % 100 !== Number(period.slice(4))
    ),
  geog_level: (file) => column(file, "geographic_level").filter((level) => !Object.hasOwn(LEVEL_COLUMNS, level)),
  geog_level_present: (file) =>
    column(file, "geographic_level").flatMap((level) =>
      (LEVEL_COLUMNS[level] ?? []).filter((name) => !file.header.includes(name))
    ),
  geog_country_combos: (file) =>
    pairs(file, ["country_code", "country_name"])
      .map((pair) => pair.join(" "))
      .filter((pair) => pair !== "E92000001 England"),
  geog_region_combos: (file) =>
    pairs(file, ["region_code", "region_name"])
      .map((pair) => pair.join(" "))
      .filter((pair) => !REGION_PAIRS.includes(pair)),
  geog_la_combos: (file) =>
    pairs(file, ["old_la_code", "new_la_code", "la_name"])
      .map((pair) => pair.join(" "))
      .filter((pair) => !AUTHORITY_TRIPLES.has(pair)),
  geog_level_completed: ({rows}) =>
    rows.every((row) => (LEVEL_COLUMNS[row.geographic_level ?? ""] ?? []).every((name) => row[name] !== "")),
  geog_overcompleted_cols: ({rows}) =>
    rows.every(
      ({
        geographic_level: level,
        region_code = "",
        region_name = "",
        old_la_code = "",
        new_la_code = "",
        la_name = ""
      }) =>
        (level !== "National" || region_code + region_name === "") &&
        (level === "Local authority" || old_la_code + new_la_code + la_name === "")
    ),
  geog_other_dupes: (file) =>
    (["region", "new_la"] as const).flatMap((kind) =>
      repeated(pairs(file, [`${kind}_code`, `${kind.replace("new_", "")}_name`]).map(([, name = ""]) => name))
    ),
  geog_other_code_dupes: (file) =>
    (["region", "new_la"] as const).flatMap((kind) =>
      repeated(pairs(file, [`${kind}_code`, `${kind.replace("new_", "")}_name`]).map(([code = ""]) => code))
    ),
  geog_la_col_present: ({header}) => {
    const columns = LEVEL_COLUMNS["Local authority"] ?? [];
    return columns.every((name) => header.includes(name)) || !columns.some((name) => header.includes(name));
  },
  geog_region_col_present: ({header}) => header.includes("region_code") === header.includes("region_name"),
  geog_ignored_rows: (file) =>
    column(file, "geographic_level").filter((level) => /^(School|Provider|Institution|Planning area)$/.test(level)),
  geog_na: ({rows}) =>
    rows.every((row) => PLACE_COLUMNS.every((name) => !/^(not available|unknown)$/i.test(row[name] ?? ""))),
  geog_na_code: ({rows}) => rows.every((row) => PLACE_COLUMNS.every((name) => !/^[xz]$/.test(row[name] ?? ""))),
  geog_region_for_la: ({rows}) =>
    rows.every((row) => row.geographic_level !== "Local authority" || (row.region_code ?? "") !== ""),
  filter_defaults: (file) => file.filters.filter((name) => !column(file, name).includes("Total")),
  filter_group_level: (file) =>
    groupsOf(file).flatMap(([filter, group]) =>
      column(file, group).length > column(file, filter).length ? [`${group} of ${filter}`] : []
    ),
  filter_item_limit: (file) => file.filters.filter((name) => column(file, name).length > 25_000),
  filter_whitespace: (file) => file.filters.filter((name) => column(file, name).some((item) => item !== item.trim())),
  filter_blanks: (file) => file.filters.filter((name) => column(file, name).includes("")),
  filter_ob_total: (file) =>
    OBSERVATION.filter((name) => column(file, name).some((item) => /^(total|all)$/i.test(item))),
  general_dupes: ({header, rows, indicators}) => {
    const keys = header.filter((name) => !indicators.includes(name));
    return new Set(rows.map((row) => JSON.stringify(keys.map((name) => row[name])))).size === rows.length;
  },
  general_null: ({rows, metaRows}) =>
    BAD_CELLS.filter((bad) => [...rows, ...metaRows].some((row) => Object.values(row).includes(bad))),
  harmonised_variables: ({filters, indicators}) =>
    [...filters, ...indicators].filter((name) => HARMONISED.test(name) && !HARMONISED_NAMES.includes(name)),
  harmonised_eth_vals: ({header}) => !header.includes("ethnicity_major") && !header.includes("ethnicity_minor"),
  harmonised_eth_char_grp: ({header}) => !header.includes("characteristic_group"),
  api_char_col_name: ({filters, indicators}) => [...filters, ...indicators].filter((name) => name.length > 50),
  api_char_col_label: ({metaRows}) => metaRows.map(({label = ""}) => label).filter((label) => label.length > 100),
  api_char_loc_code: (file) =>
    PLACE_COLUMNS.filter((name) => name.endsWith("_code") && column(file, name).some((code) => code.length > 30)),
  api_char_filter_items: (file) => file.filters.filter((name) => column(file, name).some((item) => item.length > 120)),
  ind_invalid_entry: ({rows, indicators}) =>
    indicators.filter((name) => rows.some((row) => /[~:]/.test(row[name] ?? ""))),
  // what the screener lets through
  indicator_cells: ({rows, indicators}) =>
    indicators.filter((name) =>
      rows.some((row) => !/^-?\d+(\.\d+)?$/.test(row[name] ?? "") && !SYMBOLS.includes(row[name] ?? ""))
    ),
  indicator_decimals: ({rows, metaRows}) =>
    metaRows.flatMap(({col_name = "", indicator_dp = ""}) =>
      indicator_dp !== "" &&
      rows.some((row) => ((row[col_name] ?? "").split(".")[1] ?? "").length > Number(indicator_dp))
        ? [col_name]
        : []
    ),
  formula_cells: ({data, meta}) =>
    [...(parse(data) as string[][]), ...(parse(meta) as string[][])]
      .flat()
      .filter((cell) => /^[=+@\t\r]|^-(?!\d)/.test(cell)),
  plain_bytes: ({data, meta}) => !/[\r\uFEFF]/.test(data + meta) && data.endsWith("\n") && meta.endsWith("\n"),
  some_rows: ({rows}) => rows.length > 0,
  label_of_guide: ({metaRows}) =>
    metaRows.map(({label = ""}) => label).filter((label) => label.length > LABEL_OF_GUIDE),
  items_in_words: (file) =>
    file.filters.flatMap((name) => column(file, name).filter((item) => /_|^[A-Z]+-?\d+$/.test(item))),
  origin_is_filter: ({filters}) => filters.includes("origin"),
  synthetic_in_name: ({name, rows}) => !rows.some(({origin}) => origin === "Synthetic") || name.includes("synthetic")
};

/** Names of the rules, in the order in which they are tried. */
export const RULE_NAMES: readonly string[] = Object.keys(RULES);

/** Rules that a file beside the standard may break, since its areas or periods have no place there. */
export const BESIDE: readonly string[] = [
  "col_req_data",
  "cross_data_to_meta",
  "geog_level",
  "geog_level_present",
  "time_period",
  "time_period_num",
  "time_id_valid"
];

/** Returns what a file breaks, as "rule: what"; none where it passes. */
export function screen(file: ScreenedFile): string[] {
  const [header = []] = parse(file.data, {toLine: 1}) as string[][];
  const [metaHeader = []] = parse(file.meta, {toLine: 1}) as string[][];
  const metaRows = parse(file.meta, {columns: true}) as Record<string, string>[];
  const namesOf = (type: string): string[] =>
    metaRows.filter(({col_type}) => col_type === type).map(({col_name = ""}) => col_name);
  const screened: Screened = {
    ...file,
    header,
    rows: parse(file.data, {columns: true}) as Record<string, string>[],
    metaHeader,
    metaRows,
    filters: namesOf("Filter"),
    indicators: namesOf("Indicator")
  };
  return Object.entries(RULES).flatMap(([name, rule]) => {
    const found = rule(screened);
    if (found === true) return [];
    return found === false ? [`${name}: broken`] : found.map((what) => `${name}: ${what}`);
  });
}
