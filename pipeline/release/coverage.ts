import type {Catalogue} from "../publish/catalogue.js";
import type {PublishedReader} from "../publish/reader.js";

/** How much of what was expected came, as published. */
export interface Coverage {
  returns_expected: number;
  returns_received: number;
  returns_refused: number;
  returns_late: number;
  returns_with_rows_held: number; // as readers may know: where the count is not hidden
  figures: number;
  figures_provisional: number;
  figures_withheld: number;
}

/** Returns the coverage of published files. */
export async function readCoverage(reader: PublishedReader, {release, tables}: Catalogue): Promise<Coverage> {
  const [row] = await reader.rows(`
select
    count(*) filter (where status = 'refused') as refused,
    count(*) filter (where status = 'late') as late,
    count(*) filter (where rows_held_count > 0 or rows_held_symbol = 'low') as held
from published.returns`);
  const figures = tables.find(({table}) => table === "indicators");
  return {
    returns_expected: release.returns.expected,
    returns_received: release.returns.received,
    returns_refused: Number(row?.refused ?? 0),
    returns_late: Number(row?.late ?? 0),
    returns_with_rows_held: Number(row?.held ?? 0),
    figures: figures?.rows ?? 0,
    figures_provisional: figures?.coverage.provisional ?? 0,
    figures_withheld: figures?.coverage.withheld ?? 0
  };
}
