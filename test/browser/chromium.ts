import {existsSync, mkdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {type Browser, chromium} from "playwright-core";

/**
 * Starts a headless browser: on Linux the one in the npm package, with its own libraries and fonts, so that a machine
 * needs nothing installed; elsewhere an installed Chrome.
 */
export async function startBrowser({folder}: {folder: string}): Promise<Browser> {
  const args = ["--no-sandbox", "--headless", "--disable-gpu", "--font-render-hinting=none"];
  if (process.platform !== "linux") return installed(args);
  const unpacked = await unpack(folder);
  return chromium.launch({
    executablePath: join(unpacked, "chromium"),
    args,
    env: {
      HOME: unpacked,
      LD_LIBRARY_PATH: join(unpacked, "al2023", "lib"),
      FONTCONFIG_PATH: join(unpacked, "fonts")
    }
  });
}

async function installed(args: string[]): Promise<Browser> {
  try {
    return await chromium.launch({channel: "chrome", args});
  } catch {
    throw new Error(`browser tests on ${process.platform}: expected an installed Chrome; found none. Install it.`);
  }
}

/** Unpacks the packaged browser once; a folder that is there is whole, since it gets its name last. */
async function unpack(folder: string): Promise<string> {
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, {recursive: true, force: true});
  mkdirSync(unfinished, {recursive: true});
  const {TMPDIR, AWS_LAMBDA_JS_RUNTIME, LD_LIBRARY_PATH, FONTCONFIG_PATH, HOME} = process.env;
  // The package unpacks into the temporary folder, and its libraries only where it believes to be in a bare image.
  Object.assign(process.env, {TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x"});
  try {
    const {default: packaged} = await import("@sparticuz/chromium");
    await packaged.executablePath();
    writeFileSync(join(unfinished, "fonts", "fonts.conf"), fontSettings(folder));
  } finally {
    restore({TMPDIR, AWS_LAMBDA_JS_RUNTIME, LD_LIBRARY_PATH, FONTCONFIG_PATH, HOME});
  }
  if (!existsSync(folder)) renameSync(unfinished, folder);
  return folder;
}

/** The package's own settings name folders of its usual home. */
const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;

function restore(variables: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
