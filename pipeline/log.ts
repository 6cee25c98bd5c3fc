/** What a stage of the walk may say while it works; the command line decides how it looks. */
export interface Log {
  /** A step has begun: "Reading returns", with the number of parts where it is known. */
  step(title: string, parts?: number): void;
  /** One part of the step is done. */
  tick(): void;
  /** A line that a person should read. */
  note(line: string): void;
  warn(line: string): void;
}

/** Says nothing. */
export const silent: Log = {step() {}, tick() {}, note() {}, warn() {}};
