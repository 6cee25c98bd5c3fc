import {GROUP_SEPARATOR, ILR_ELEMENTS, UNEXPECTED} from "../contracts/ilr.js";

/** One learning delivery with the fields of its learner. */
export interface LearnerRow {
  cells: ReadonlyMap<string, string>;
  learner: number; // from 1, among the learners of the file
  delivery: number; // from 1, among those of the learner; 0 where there is none
  unexpected?: string; // path of the first element that is misspelt or doubled
}

/** Gathers learners' rows from the elements of a file as they open and close. */
export interface LearnerRows {
  open(stack: readonly string[]): void;
  close(stack: readonly string[], text: string): void;
}

interface Gathered {
  cells: Map<string, string>;
  unexpected: string[];
  unexpectedAt?: string;
}

const GROUPS: Readonly<Record<string, readonly string[]>> = ILR_ELEMENTS.groups;

/** Returns a gatherer that hands over each learner's rows when the learner ends; fields may stand in any order. */
export function learnerRows(write: (row: LearnerRow) => void): LearnerRows {
  const provider = new Map<string, string>();
  let count = 0;
  let learner = emptyRecord();
  let deliveries: Gathered[] = [];
  let delivery = emptyRecord();
  let group = new Map<string, string>();
  return {
    open([, top, second, third]) {
      if (top !== "Learner") return;
      if (third === undefined && second === "LearningDelivery") delivery = emptyRecord();
      if (second === undefined) {
        count++;
        learner = emptyRecord();
        deliveries = [];
      }
    },
    close(stack, text) {
      const [, top, second, third, fourth] = stack;
      if (top === "LearningProvider" && second && ILR_ELEMENTS.LearningProvider.includes(second) && !third)
        provider.set(second, text);
      if (top !== "Learner") return;
      const at = `/Message/Learner[${count}]`;
      if (second === undefined) finish();
      else if (second !== "LearningDelivery" && third === undefined)
        put(learner, second, {text, at, known: ILR_ELEMENTS.Learner});
      else if (second === "LearningDelivery" && third === undefined) deliveries.push(delivery);
      else if (second === "LearningDelivery" && third && fourth === undefined) {
        if (third in GROUPS) closeGroup(GROUPS[third] ?? []);
        else
          put(delivery, third, {
            text,
            at: `${at}/LearningDelivery[${deliveries.length + 1}]`,
            known: ILR_ELEMENTS.LearningDelivery
          });
      } else if (second === "LearningDelivery" && third && fourth && third in GROUPS) group.set(fourth, text);
    }
  };

  /** A group's missing value leaves its place empty, so that values of one occurrence stay together. */
  function closeGroup(columns: readonly string[]): void {
    for (const column of columns) {
      const before = delivery.cells.get(column);
      const text = group.get(column) ?? "";
      delivery.cells.set(column, before === undefined ? text : `${before}${GROUP_SEPARATOR}${text}`);
    }
    group = new Map();
  }

  function finish(): void {
    const found = deliveries.length > 0 ? deliveries : [emptyRecord()];
    found.forEach(({cells, unexpected, unexpectedAt}, index) => {
      const names = [...learner.unexpected, ...unexpected].join(GROUP_SEPARATOR);
      const all = new Map([...provider, ...learner.cells, ...cells]);
      if (names) all.set(UNEXPECTED, names);
      const at = learner.unexpectedAt ?? unexpectedAt;
      write({
        cells: all,
        learner: count,
        delivery: deliveries.length > 0 ? index + 1 : 0,
        ...(at ? {unexpected: at} : {})
      });
    });
  }
}

/** Returns the path of a row's element, or of one of its fields. */
export function elementPlace({learner, delivery, unexpected}: Omit<LearnerRow, "cells">, column?: string): string {
  const parent = `/Message/Learner[${learner}]`;
  const own = delivery > 0 ? `${parent}/LearningDelivery[${delivery}]` : parent;
  if (column === undefined) return own;
  if (column === UNEXPECTED) return unexpected ?? own;
  if (ILR_ELEMENTS.LearningProvider.includes(column)) return `/Message/LearningProvider/${column}`;
  if (ILR_ELEMENTS.Learner.includes(column)) return `${parent}/${column}`;
  const group = Object.keys(GROUPS).find((name) => GROUPS[name]?.includes(column));
  return group ? `${own}/${group}/${column}` : `${own}/${column}`;
}

function emptyRecord(): Gathered {
  return {cells: new Map(), unexpected: []};
}

function put(
  record: Gathered,
  name: string,
  {text, at, known}: {text: string; at: string; known: readonly string[]}
): void {
  const isKnown = known.includes(name);
  const misspelt = !isKnown && known.some((of) => of.toLowerCase() === name.toLowerCase());
  if (misspelt || (isKnown && record.cells.has(name))) {
    record.unexpected.push(name);
    record.unexpectedAt ??= `${at}/${name}`;
  }
  if (isKnown && text !== "") record.cells.set(name, text);
}
