import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** How to start a browser, and where it comes from. */
export interface FoundBrowser {
  readonly name: string;
  readonly executablePath: string;
  readonly args: readonly string[];
}

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Nothing but the page itself may cause traffic. */
const QUIET = [
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

/**
 * Finds a browser: the one that CHROMIUM_PATH names, Playwright's own, the system's Chromium or Chrome, the one
 * that npm installed; null when there is none.
 */
export async function findBrowser(): Promise<FoundBrowser | null> {
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const args = [...QUIET, ...sandbox];
  const named = process.env["CHROMIUM_PATH"];
  const installed = [named, chromium.executablePath(), ...SYSTEM].find((path) => path && existsSync(path));
  if (installed) return { name: installed, executablePath: installed, args };
  return carriedBrowser().catch(() => null);
}

/** The Chromium inside an npm package: Linux only, with the libraries that a bare machine lacks. */
async function carriedBrowser(): Promise<FoundBrowser | null> {
  if (process.platform !== "linux") return null;
  // Makes the package lay out the shared libraries that it carries.
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs22.x";
  const { default: carried } = await import("@sparticuz/chromium");
  const executablePath = await carried.executablePath();
  // In one process for all, as it is meant to run in a function, it ends with its first context.
  const args = carried.args.filter((arg) => arg !== "--single-process");
  return { name: "@sparticuz/chromium", executablePath, args: [...args, ...QUIET] };
}

/** Starts the browser. */
export function openBrowser({ executablePath, args }: FoundBrowser): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...args], headless: true });
}
