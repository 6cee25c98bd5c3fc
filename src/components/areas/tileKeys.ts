/** Where a tile stands on the map. */
export interface Place {
  column: number;
  row: number;
}

/** Columns to the right and rows down that an arrow key goes. */
const STEPS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1]
};

/**
 * Returns the index of the tile to which an arrow key leads: the nearest on that side, where a step aside counts double,
 * so that gaps of the map are crossed. Undefined for other keys and at the edge.
 */
export function tileBeyond(places: readonly Place[], {from, key}: {from: number; key: string}): number | undefined {
  const step = STEPS[key];
  const here = places[from];
  if (!step || !here) return undefined;
  const [right, down] = step;
  const ways = places.flatMap(({column, row}, index) => {
    const [across, along] = [column - here.column, row - here.row];
    const ahead = across * right + along * down;
    const aside = Math.abs(across * down) + Math.abs(along * right);
    return ahead > 0 && aside <= ahead ? [{index, aside, length: ahead + 2 * aside}] : [];
  });
  return ways.toSorted((a, b) => a.length - b.length || a.aside - b.aside)[0]?.index;
}

/** Lets arrow keys move between the tiles of a map. Each stays a link in reach of Tab, as without a script. */
export function moveByArrows(map: Element): void {
  const tiles = [...map.querySelectorAll<HTMLAnchorElement>("a")];
  const places = tiles.map((tile) => placeOf(tile.closest("li")));
  map.addEventListener("keydown", (event) => {
    if (!(event instanceof KeyboardEvent) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const from = event.target instanceof HTMLAnchorElement ? tiles.indexOf(event.target) : -1;
    const to = tileBeyond(places, {from, key: event.key});
    if (to === undefined) return;
    event.preventDefault();
    tiles[to]?.focus();
  });
}

const placeOf = (tile: HTMLElement | null): Place => ({
  column: Number(tile?.style.getPropertyValue("--column")),
  row: Number(tile?.style.getPropertyValue("--row"))
});
