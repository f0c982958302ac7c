import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import type { Plugin } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));
const project = resolve(here, "..");

/** The unit tests live beside the other tests, outside this folder, and find their packages here. */
const packagesForTests: Plugin = {
  name: "packages-for-tests",
  enforce: "pre",
  resolveId(source, importer) {
    const fromTests = importer?.startsWith(resolve(project, "tests"));
    if (!fromTests || !/^[@a-z]/.test(source)) return null;
    return this.resolve(source, resolve(here, "package.json"), { skipSelf: true });
  },
};

export default defineConfig({
  base: "/static/",
  plugins: [packagesForTests],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    manifest: "manifest.json",
    outDir: "dist",
    assetsDir: "bundle",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { main: "src/main.ts", board: "src/islands/board/main.tsx" },
    },
  },
  test: {
    root: project,
    include: ["tests/frontend/**/*.test.{ts,tsx}"],
    environment: "happy-dom",
    globals: false,
    restoreMocks: true,
  },
});
