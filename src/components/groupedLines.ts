import {groups} from "./groups.js";

/** The name of a group, or a row below it, with its middle from the top. */
export interface GroupedLine<Row> {
  group: string;
  row?: Row; // none for the name of a group
  y: number;
}

/** What a line takes up: the name of a group, raised from the foot of its room, and each row below it. */
export interface LineSizes {
  heading: number;
  raised: number;
  step: number;
}

/** Returns the rows under the names of their groups, from the top, and where the last ends; rows of "" have no name above. */
export function groupedLines<Row extends {group: string}>(
  rows: readonly Row[],
  {heading, raised, step}: LineSizes
): {lines: GroupedLine<Row>[]; end: number} {
  const lines: GroupedLine<Row>[] = [];
  let y = 0;
  for (const [group, members] of groups(rows, (row) => row.group)) {
    if (group !== "") {
      y += heading;
      lines.push({group, y: y - raised});
    }
    for (const row of members) {
      y += step;
      lines.push({group, row, y: y - step / 2});
    }
  }
  return {lines, end: y};
}
