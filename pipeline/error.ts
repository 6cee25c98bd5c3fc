/** An error for people: one line that says what and where; the command line prints it without a stack and ends with `exitCode`. */
export class UserError extends Error {
  readonly exitCode: number;

  constructor(message: string, {exitCode = 1}: {exitCode?: number} = {}) {
    super(message);
    this.name = "UserError";
    this.exitCode = exitCode;
  }
}
