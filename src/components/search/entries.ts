import {figuresOf} from "../breakdown.js";
import {list, lower} from "../format.js";
import {figureSaid, headlines, when} from "../indicatorHeadline.js";
import {areaName, routeName} from "../names.js";
import type {Figure, Release} from "../release.js";
import {GLOSSARY} from "./glossary.js";

/** One line of the index. */
export interface Entry {
  name: string;
  kind: string; // "Indicator"
  address: string;
  says: string; // what is known of it, as a few words
}

/** Returns all that the site is about, by name: indicators, areas, roles, programmes and words. Pages come from the list of pages. */
export function entriesOf(release: Release, pages: readonly Entry[]): Entry[] {
  const entries = [
    ...pages,
    ...indicatorEntries(release),
    ...areaEntries(release),
    ...roleEntries(release),
    ...programmeEntries(release),
    ...GLOSSARY.map(({term, meaning, address}) => ({name: term, kind: "Word", address, says: meaning}))
  ];
  return entries.toSorted((a, b) => ORDER.compare(a.name, b.name) || (a.kind < b.kind ? -1 : 1));
}

/** By letters alone, so that the order is the same on every machine. */
const ORDER = new Intl.Collator("en-GB", {sensitivity: "base", ignorePunctuation: true, numeric: true});

function indicatorEntries(release: Release): Entry[] {
  return release.definitions.map(({indicator_id, indicator_name}) => {
    const [first] = headlines(release, indicator_id);
    return {
      name: indicator_name,
      kind: "Indicator",
      address: `/indicators/${indicator_id}`,
      says: [indicator_id, ...(first ? [said(first, release)] : [])].join(", ")
    };
  });
}

/** A number is nothing without its period; the word for a missing one needs none. */
function said(figure: Figure, release: Release): string {
  const isKnown = figure.value !== null || figure.bound !== null;
  return `${figureSaid(figure, release)}${isKnown ? `, ${when(figure)}` : ""}${figure.origin === "synthetic" ? " (synthetic)" : ""}`;
}

const LEVELS: Readonly<Record<string, string>> = {
  national: "Nation",
  region: "Region",
  local_lsc: "Local LSC",
  lea: "LEA"
};

/** An LEA has no page of its own: it stands on that of its local LSC. */
function areaEntries(release: Release): Entry[] {
  return release.areas.map(({area_level, area_code, area_name, parent_code}) => {
    const page = area_level === "lea" ? parent_code : area_code;
    return {
      name: area_name,
      kind: LEVELS[area_level] ?? area_level,
      address: area_level === "national" || page === null ? "/areas" : `/areas/${page}`,
      says: area_level === "national" || parent_code === null ? "" : `in ${areaName(release, parent_code)}`
    };
  });
}

function roleEntries(release: Release): Entry[] {
  const counted = new Set(figuresOf(release, "OFF-01").map(({role_id}) => role_id));
  return release.roles.map(({role_id, role_name, route_ids}) => ({
    name: role_name,
    kind: "Role",
    address: counted.has(role_id) ? explore("OFF-01", {by: "role_id", id: role_id}) : "/qualifications",
    says: list(
      (route_ids ?? "")
        .split(";")
        .filter(Boolean)
        .map((id) => lower(routeName(release, id)))
    )
  }));
}

function programmeEntries(release: Release): Entry[] {
  const shown = new Map(
    ["APP-01", "UPT-04"].flatMap((id) => figuresOf(release, id).map(({programme_id}) => [programme_id, id]))
  );
  return release.programmes.map(({programme_id, programme_name, category, nqf_level}) => {
    const indicator = shown.get(programme_id);
    const level = nqf_level === null ? "" : `, level ${list(String(nqf_level).split(";"))}`;
    return {
      name: programme_name,
      kind: "Programme",
      address: indicator ? explore(indicator, {by: "programme_id", id: programme_id}) : "/qualifications",
      says: `${(category ?? "").replaceAll("_", " ")}${level}`
    };
  });
}

const explore = (indicator: string, {by, id}: {by: string; id: string | null}): string =>
  `/explore?${new URLSearchParams({indicator, by, only: `${by}:${id}`})}`;
