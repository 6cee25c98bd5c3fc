import {describe, expect, it} from "vitest";
import {RULE_NAMES, type ScreenedFile, screen} from "./screener.js";

const GOOD: ScreenedFile = {
  name: "staff-offers-survey-synthetic.csv",
  metaName: "staff-offers-survey-synthetic.meta.csv",
  data: `time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,sex,origin,off_01_percent,off_01_base
2004,March,National,E92000001,England,,,,,,Total,Total,48.2,5020
2004,March,National,E92000001,England,,,,,,Female,Synthetic,48.2,low
2004,March,Regional,E92000001,England,E12000007,London,,,,Total,Total,c,40
2004,March,Regional,E92000001,England,E12000003,Yorkshire and The Humber,,,,Total,Total,50,40
2004,March,Local authority,E92000001,England,E12000007,London,201,E09000001,City of London,Total,Total,u,z
2004,March,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,383,E08000035,Leeds,Total,Total,40,z
`,
  meta: `col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
sex,Filter,Sex,,,,,
origin,Filter,Origin,,,,Total is every figure,
off_01_percent,Indicator,Offered training,OFF-01,%,1,,
off_01_base,Indicator,"Offered training, base",OFF-01,,0,,
`
};

const inData = (from: string | RegExp, to: string): Partial<ScreenedFile> => ({data: GOOD.data.replace(from, to)});
const inMeta = (from: string | RegExp, to: string): Partial<ScreenedFile> => ({meta: GOOD.meta.replace(from, to)});
const renamed = (from: string, to: string): Partial<ScreenedFile> => ({
  data: GOOD.data.replaceAll(from, to),
  meta: GOOD.meta.replaceAll(from, to)
});
const addedRow = "2004,March,National,E92000001,England,,,,,,Total,Total,48.2,5020\n";

/** A fault for each rule, which it must find. */
const FAULTS: Readonly<Record<string, Partial<ScreenedFile>>> = {
  filename_spaces: {name: "staff offers.csv"},
  filename_special: {name: "staff-offers(1).csv"},
  filenames_match: {metaName: "other.meta.csv"},
  col_req_meta: inMeta(",filter_grouping_column", ",other"),
  col_invalid_meta: inMeta(",filter_grouping_column", ",filter_group"),
  col_req_data: inData("country_name", "country"),
  col_to_rows: {data: "time_period,sex\n2004,Total\n"},
  cross_meta_to_data: inMeta("off_01_base", "off_01_bases"),
  cross_data_to_meta: inMeta(/^off_01_base.*\n/m, ""),
  col_names_spaces: renamed("off_01_base", "off_01 base"),
  col_snake_case: renamed("off_01_base", "off_01-base"),
  col_var_start: renamed("off_01_base", "1_off_base"),
  col_ind_smushed: renamed("off_01_base", "female_base"),
  col_var_characteristic: renamed("sex", "characteristic"),
  meta_col_type: inMeta("sex,Filter", "sex,filter"),
  meta_ob_unit: inMeta("sex,Filter", "la_name,Filter"),
  meta_col_name: inMeta("sex,Filter", ",Filter"),
  meta_dupe_label: inMeta("Filter,Sex", "Filter,Origin"),
  meta_label: inMeta("Filter,Sex", "Filter,"),
  meta_fil_grp: inMeta("OFF-01,%,1,,", "OFF-01,%,1,,sex"),
  meta_fil_grp_match: inMeta("Filter,Sex,,,,,", "Filter,Sex,,,,,gender"),
  meta_fil_grp_dupe: {
    meta: GOOD.meta.replace("Filter,Sex,,,,,", "Filter,Sex,,,,,sex").replace("every figure,", "every figure,sex")
  },
  meta_fil_grp_is_fil: inMeta("Filter,Sex,,,,,", "Filter,Sex,,,,,la_name"),
  meta_fil_grp_stripped: {
    ...inMeta("Total is every figure,", "Total is every figure,sex"),
    data: GOOD.data.replace("Female", "Year 1").replace("Total", "Year-1")
  },
  meta_filter_hint: inMeta("OFF-01,%,1,,", "OFF-01,%,1,hint,"),
  meta_geog_catch: renamed("sex", "school"),
  meta_indicator_dp: inMeta("Filter,Sex,,,,", "Filter,Sex,,,1,"),
  meta_col_name_spaces: inMeta("sex,", "se x,"),
  meta_col_name_dupe: inMeta("off_01_base", "off_01_percent"),
  meta_ind_dp_set: inMeta("OFF-01,%,1", "OFF-01,%,"),
  meta_ind_dp_values: inMeta("OFF-01,%,1", "OFF-01,%,-1"),
  meta_ind_unit: inMeta("Filter,Sex,,,,", "Filter,Sex,,%,,"),
  meta_ind_unit_validation: inMeta("OFF-01,%,1", "OFF-01,per cent,1"),
  meta_indicator_grouping: inMeta("Filter,Sex,,,,", "Filter,Sex,People,,,"),
  filter_not_singular: {data: GOOD.data.replaceAll("Female", "Total")},
  time_period_num: inData("2004,March", "2004-03,March"),
  time_id_valid: inData("2004,March", "2004,Survey"),
  time_id_mix: inData("2004,March", "200304,Academic year"),
  time_period: inData("2004,March", "200304,March"),
  time_period_six: inData("2004,March", "200305,Academic year"),
  geog_level: inData("Local authority", "Local LSC"),
  geog_level_present: inData("region_name", "area_name"),
  geog_country_combos: inData("E92000001,England", "ENG,England"),
  geog_region_combos: inData("Yorkshire and The Humber", "Yorkshire and the Humber"),
  geog_la_combos: inData("201,E09000001", "201,E09000007"),
  geog_level_completed: inData("E12000007,London,,,", ",,,,"),
  geog_overcompleted_cols: inData("E92000001,England,,", "E92000001,England,E12000007,London"),
  geog_other_dupes: inData("E08000035,Leeds", "E08000035,City of London"),
  geog_other_code_dupes: inData("383,E08000035,Leeds", "201,E09000001,Leeds"),
  geog_la_col_present: inData("la_name", "authority_name"),
  geog_region_col_present: inData("region_name", "area_name"),
  geog_ignored_rows: inData("Local authority", "School"),
  geog_na: inData("City of London", "Not available"),
  geog_na_code: inData("E09000001", "x"),
  geog_region_for_la: inData("E12000007,London,201", ",,201"),
  filter_defaults: {data: GOOD.data.replaceAll(/,Total,(Total|Synthetic)/g, ",Male,$1")},
  filter_group_level: {
    ...inMeta("Total is every figure,", "Total is every figure,sex"),
    ...inData("Total", "Male")
  },
  filter_item_limit: {
    data: GOOD.data + Array.from({length: 25_001}, (_, index) => addedRow.replace("Total", `Item ${index}`)).join("")
  },
  filter_whitespace: inData("Female", " Female"),
  filter_blanks: inData("Female", ""),
  filter_ob_total: inData("City of London", "Total"),
  general_dupes: {data: GOOD.data + addedRow},
  general_null: inData("48.2,low", "48.2,N/A"),
  harmonised_variables: renamed("sex", "ethnic_group"),
  harmonised_eth_vals: renamed("sex", "ethnicity_major"),
  harmonised_eth_char_grp: renamed("sex", "characteristic_group"),
  api_char_col_name: renamed("off_01_base", `off_01_${"base".repeat(12)}`),
  api_char_col_label: inMeta("Filter,Sex", `Filter,${"Sex".repeat(40)}`),
  api_char_loc_code: inData("E09000001", "E".repeat(31)),
  api_char_filter_items: inData("Female", "Female".repeat(21)),
  ind_invalid_entry: inData("48.2,low", "48.2,~"),
  indicator_cells: inData("48.2,low", "48.2,[c]"),
  indicator_decimals: inData("48.2", "48.25"),
  formula_cells: inData("Female", "=1+1"),
  plain_bytes: {data: `\uFEFF${GOOD.data}`},
  some_rows: inData(/(?<=\n)[\s\S]*/, ""),
  label_of_guide: inMeta("Filter,Sex", `Filter,${"Sex".repeat(27)}`),
  items_in_words: inData("Female", "staff_questionnaire"),
  origin_is_filter: renamed("origin", "source"),
  synthetic_in_name: {name: "staff-offers-survey.csv"}
};

describe("screen(file)", () => {
  it("passes a file that keeps every rule", () => expect(screen(GOOD)).toEqual([]));

  it("has a fault to find for each of its rules", () => expect(Object.keys(FAULTS)).toEqual([...RULE_NAMES]));

  it.each(Object.entries(FAULTS))("finds what breaks %s", (rule, fault) => {
    const changed = {...GOOD, ...fault};
    expect(changed).not.toEqual(GOOD);
    expect(screen(changed).map((found) => found.split(":")[0])).toContain(rule);
  });

  it.each([
    ["a blank", ""],
    ["a comma in a number", '"1,250"'],
    ["words", "banana"],
    ["a legacy mark", "~"]
  ])("refuses %s in a column of numbers", (_, cell) => {
    expect(screen({...GOOD, ...inData("48.2,low", `48.2,${cell}`)})).toContain("indicator_cells: off_01_base");
  });
});
