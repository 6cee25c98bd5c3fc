import {MultiBar, type SingleBar} from "cli-progress";
import pc from "picocolors";
import type {Log} from "./log.js";

export interface ProgressLog extends Log {
  /** Ends the bar at hand, full where the work is done, and leaves a clean line. */
  close(options?: {isDone?: boolean}): void;
}

export interface Terminal {
  write(text: string): void;
  isTTY: boolean;
}

/** A log for people, on `terminal`: bars where it is a terminal, plain lines where it is not. */
export function progressLog(terminal: Terminal & NodeJS.WritableStream): ProgressLog {
  return terminal.isTTY ? barLog(terminal) : {...plainLog(terminal), close() {}};
}

function plainLog(terminal: Terminal): Log {
  return {
    step: (title, parts) =>
      terminal.write(parts === undefined ? `${title}\n` : `${title} (${parts.toLocaleString("en-GB")})\n`),
    tick() {},
    note: (line) => terminal.write(`  ${line}\n`),
    warn: (line) => terminal.write(`  warning: ${line}\n`)
  };
}

function barLog(terminal: Terminal & NodeJS.WritableStream): ProgressLog {
  const lines: string[] = [];
  let bars = newBars(terminal);
  let bar: SingleBar | undefined;
  const finish = ({isDone = true}: {isDone?: boolean} = {}): void => {
    if (bar && isDone) bar.update(bar.getTotal());
    if (bar) bars.stop();
    for (const line of lines.splice(0)) terminal.write(`${line}\n`);
    bar = undefined;
  };
  return {
    step(title, parts) {
      finish();
      bars = newBars(terminal);
      bar = bars.create(parts ?? 1, 0, {title: title.padEnd(34)});
    },
    tick: () => bar?.increment(),
    note: (line) => void lines.push(`  ${line}`),
    warn: (line) => void lines.push(pc.yellow(`  warning: ${line}`)),
    close: finish
  };
}

function newBars(terminal: NodeJS.WritableStream): MultiBar {
  return new MultiBar({
    format: `${pc.bold("{title}")} ${pc.cyan("{bar}")} {value}/{total}`,
    barCompleteChar: "━",
    barIncompleteChar: "╌",
    barsize: 24,
    hideCursor: true,
    stream: terminal,
    clearOnComplete: false
  });
}
