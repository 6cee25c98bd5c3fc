/** Has `clean` run should the program end at once, as Ctrl+C makes it; the function returned takes that back. */
export type AtExit = (clean: () => void) => () => void;

/** For callers that are never interrupted. */
export const neverExits: AtExit = () => () => {};
