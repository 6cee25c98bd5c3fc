import type {FigureTable} from "./surface.js";

/**
 * Every table of figures that may be published: the whole of what site, reports and downloads can show. Local LSCs and
 * LEAs get totals, routes, role groups and programmes for a year to date; single roles, months and the dimensions of
 * equality are for the nation and the regions.
 */
export const FIGURE_TABLES: readonly FigureTable[] = [];
