import {readColumns} from "./cell.js";
import {COLLECTIONS} from "./collections.js";
import type {Contract} from "./contract.js";

/** What ingest adds to a row that leads to one person or one row of a return. */
const ROW_KEYS = ["person_key", "record_number"] as const;

/**
 * Returns every name under which a column that identifies somebody goes, in small letters and figures alone: of the
 * columns that contracts call personal the name, the title and the headings that senders write, and the keys of rows.
 */
export function identifyingNames(contracts: readonly Contract[] = COLLECTIONS): ReadonlySet<string> {
  const personal = contracts.flatMap((contract) => readColumns(contract).filter(({isPersonal}) => isPersonal));
  const names = personal.flatMap(({name, meta}) => [name, meta.title, ...(meta.headers ?? [])]);
  return new Set([...names, ...ROW_KEYS].map(plainName));
}

/** Returns the collections whose rows are about persons: those of which a column is personal. */
export function collectionsOfPeople(contracts: readonly Contract[] = COLLECTIONS): string[] {
  return contracts
    .filter((contract) => readColumns(contract).some(({isPersonal}) => isPersonal))
    .map(({collection}) => collection);
}

/** Returns a column's name as it is compared: FamilyName, family_name and Family name are one. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");
