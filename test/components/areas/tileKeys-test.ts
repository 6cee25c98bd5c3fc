import {JSDOM} from "jsdom";
import {describe, expect, it, vi} from "vitest";
import {moveByArrows, tileBeyond} from "../../../src/components/areas/tileKeys.js";

/** A map with a gap: nothing stands at column 2 of row 2. */
const PLACES = [
  {column: 2, row: 1},
  {column: 1, row: 2},
  {column: 3, row: 2},
  {column: 2, row: 4}
];

describe("tileBeyond(places, {from, key})", () => {
  it("goes to the nearest tile on that side, across a gap of the map", () => {
    expect(tileBeyond(PLACES, {from: 1, key: "ArrowRight"})).toBe(2);
    expect(tileBeyond(PLACES, {from: 2, key: "ArrowLeft"})).toBe(1);
    expect(tileBeyond(PLACES, {from: 0, key: "ArrowDown"})).toBe(3);
    expect(tileBeyond(PLACES, {from: 3, key: "ArrowUp"})).toBe(0);
  });

  it("stays at the edge, and leaves other keys alone", () => {
    expect(tileBeyond(PLACES, {from: 0, key: "ArrowUp"})).toBeUndefined();
    expect(tileBeyond(PLACES, {from: 0, key: "Tab"})).toBeUndefined();
    expect(tileBeyond(PLACES, {from: 9, key: "ArrowUp"})).toBeUndefined();
  });
});

describe("moveByArrows(map)", () => {
  it("moves the focus, and leaves every tile a link in reach of Tab", () => {
    const {window} = new JSDOM(
      PLACES.map(({column, row}) => `<li style="--column:${column};--row:${row}"><a href="#">tile</a></li>`).join("")
    );
    vi.stubGlobal("KeyboardEvent", window.KeyboardEvent);
    vi.stubGlobal("HTMLAnchorElement", window.HTMLAnchorElement);
    const {document} = window;
    moveByArrows(document.body);
    const tiles = [...document.querySelectorAll("a")];
    const press = (init: KeyboardEventInit): void => {
      document.activeElement?.dispatchEvent(new window.KeyboardEvent("keydown", {...init, bubbles: true}));
    };
    tiles[1]?.focus();
    press({key: "ArrowRight"});
    expect(document.activeElement).toBe(tiles[2]);
    press({key: "ArrowLeft", altKey: true}); // the browser's way back
    expect(document.activeElement).toBe(tiles[2]);
    expect(tiles.every((tile) => !tile.hasAttribute("tabindex"))).toBe(true);
    vi.unstubAllGlobals();
  });
});
