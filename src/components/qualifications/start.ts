import {choose} from "./choose.js";

choose(document, window);
