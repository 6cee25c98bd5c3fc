import {type Command, CommanderError} from "commander";
import pc from "picocolors";
import type {Machine} from "./actions.js";
import {failureOf} from "./failure.js";
import {verbs} from "./verbs.js";

/** Runs the command line and returns its exit code; an error for people is one line on standard error. */
export async function main(argv: readonly string[]): Promise<number> {
  process.on("SIGINT", interrupted);
  process.on("uncaughtException", (error) => process.exit(failed(error)));
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1)); // `| head`
  try {
    await commandLine({collections: await collectionsFor(argv)}).parseAsync(argv, {from: "user"});
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return failed(error);
  }
}

/** Returns the command line on this machine; nothing runs before `parseAsync`. */
export function commandLine({collections = []}: {collections?: readonly string[]} = {}): Command {
  return verbs({collections, machine: THIS_MACHINE});
}

const THIS_MACHINE: Machine = {
  isTerminal: process.stdout.isTTY === true,
  errors: process.stderr,
  environment: process.env,
  say(text) {
    process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  },
  atExit(clean) {
    process.once("exit", clean);
    return () => process.off("exit", clean);
  },
  interruption() {
    process.off("SIGINT", interrupted);
    return new Promise((end) => process.once("SIGINT", () => end()));
  }
};

function interrupted(): void {
  process.stderr.write(`${pc.red("uptake:")} interrupted; what was published and received before stands.\n`);
  process.exit(130);
}

function failed(error: unknown): number {
  const {line, exitCode, isFault} = failureOf(error);
  process.stderr.write(`${pc.red(isFault ? "uptake: a fault in the program:" : "uptake:")} ${line}\n`);
  if (process.env.UPTAKE_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return exitCode;
}

async function collectionsFor(argv: readonly string[]): Promise<readonly string[]> {
  if (!argv.some((word) => word === "receive" || word === "status")) return [];
  const {COLLECTIONS} = await import("./contracts/collections.js");
  return COLLECTIONS.map(({collection}) => collection);
}
