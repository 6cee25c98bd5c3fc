import {moveByArrows} from "./tileKeys.js";

for (const map of document.querySelectorAll(".tiles")) moveByArrows(map);
