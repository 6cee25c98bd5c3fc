import {existsSync, readFileSync} from "node:fs";
import {createServer, type Server} from "node:http";
import {join} from "node:path";
import sirv from "sirv";
import {UserError} from "../error.js";

export interface Served {
  url: string; // http://127.0.0.1:3000/
  close(): Promise<void>;
}

const TRIES = 20;

/** Serves `folder` on this machine only, at `port` or the next one that is free. */
export async function serve(folder: string, {port = 3000}: {port?: number} = {}): Promise<Served> {
  const files = sirv(folder, {dev: true, etag: true, extensions: ["html"]});
  const last = Math.min(port + TRIES - 1, 65535);
  for (let tried = port; tried <= last; ++tried) {
    const server = createServer((request, response) => {
      files(request, response, () => {
        response.writeHead(404, {"Content-Type": "text/html; charset=utf-8"}).end(lost(folder));
      });
    });
    if (!(await listens(server, tried))) continue;
    const address = server.address();
    const used = typeof address === "object" && address ? address.port : tried;
    return {url: `http://127.0.0.1:${used}/`, close: () => closing(server)};
  }
  throw new UserError(`port ${port}: expected a free port up to ${last}; got none. Choose another with --port.`);
}

function lost(folder: string): string | Buffer {
  const page = join(folder, "404.html");
  return existsSync(page) ? readFileSync(page) : "Not found";
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" || error.code === "EACCES" ? resolve(false) : reject(error)
    );
    server.listen(port, "127.0.0.1", () => resolve(true));
  });
}

function closing(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
