/** The columns, with their SQL types, that every mart of figures built in code writes; each adds those of its own. */
export const FIGURE_COLUMNS = {
  indicator_id: "varchar",
  period_type: "varchar",
  period: "varchar",
  is_part_period: "boolean",
  area_level: "varchar",
  area_code: "varchar",
  unit: "varchar",
  measure: "varchar",
  value: "double",
  lower: "double",
  upper: "double",
  interval_level: "double",
  base: "bigint",
  origin: "varchar"
} as const;
