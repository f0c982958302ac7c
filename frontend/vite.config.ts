import { readFileSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
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

/** The letters of PDFs, which the server makes: as they are, under their own names, with their licence. */
const FONTS = [
  "noto-sans/400Regular/NotoSans_400Regular.ttf",
  "noto-sans/700Bold/NotoSans_700Bold.ttf",
  "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
  "noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
  "noto-sans/LICENSE_FONT",
];
const fontsForDocuments: Plugin = {
  name: "fonts-for-documents",
  generateBundle() {
    for (const font of FONTS) {
      const source = readFileSync(resolve(here, "node_modules/@expo-google-fonts", font));
      this.emitFile({ type: "asset", fileName: `fonts/${basename(font)}`, source });
    }
  },
};

/** For phones on weak networks: the server sends these where they are understood. */
const gzipBesideBundles: Plugin = {
  name: "gzip-beside-bundles",
  writeBundle({ dir }, bundle) {
    if (!dir) throw new Error("The bundle has no folder of its own.");
    for (const { fileName } of Object.values(bundle)) {
      if (!/\.(js|css)$/.test(fileName)) continue;
      const file = resolve(dir, fileName);
      writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
    }
  },
};

export default defineConfig({
  base: "/static/",
  plugins: [packagesForTests, fontsForDocuments, gzipBesideBundles],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    manifest: "manifest.json",
    outDir: "dist",
    assetsDir: "bundle",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        main: "src/main.ts",
        board: "src/islands/board/main.tsx",
        nameless: "src/islands/nameless/main.tsx",
      },
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
