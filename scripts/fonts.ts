// npm run fonts: subsets two fonts to the letters of the app's texts. The results are committed. Run it when a text has a
// letter that they lack (components/shell/fonts/fonts.test.ts).
import { readFileSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";
import { projectPath } from "./project.ts";
import { say } from "./say.ts";

const sans = "pretendard/dist/web/static/woff2/Pretendard-Regular.woff2";
const fontDir = "components/shell/fonts";
const latin = `${String.fromCodePoint(...range(0x20, 0x7e))} ·×–—‘’“”…−`;
const dates = "0123456789년월일요오전후시분어제늘화수목금토";

const adminNamespaces = [
  "admin",
  "adminGym",
  "audit",
  "metrics",
  "moderation",
  "people",
  "policy",
  "exports",
  "feedback",
  "sample",
  "devMail",
];

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

const read = (path: string) => readFileSync(projectPath(path));
const readText = (path: string) => read(path).toString("utf8");

type Text = { namespace: string; key: string; text: string };

function readTexts(path: string): Text[] {
  const namespaces = Object.entries(JSON.parse(readText(path)) as Record<string, unknown>);
  return namespaces.flatMap(([namespace, nested]) => {
    const texts: Text[] = [];
    JSON.parse(JSON.stringify(nested), (key, value: unknown) => {
      if (typeof value === "string") texts.push({ namespace, key, text: value });
      return value;
    });
    return texts;
  });
}

/** The full font's pieces are sorted by letter frequency. The last nine hold 770 syllables. */
function frequentLetters(): string {
  const css = readText("node_modules/pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css");
  const pieces = [...css.matchAll(/unicode-range: ([^;]+);/g)].map(([, ranges]) => ranges!);
  return pieces
    .slice(-9)
    .flatMap((ranges) => ranges.split(","))
    .map((part) =>
      part
        .trim()
        .slice(2)
        .split("-")
        .map((hex) => Number.parseInt(hex, 16)),
    )
    .map(([from, to]) => String.fromCodePoint(...range(from!, to ?? from!)))
    .join("");
}

const texts = readTexts("messages/ko.json");
const isTitle = ({ namespace, key }: Text) =>
  namespace === "landing" || /(?:title|heading|name|placeholder)$/i.test(key);

const all = ["ko", "en", "unavailable", "global-error"]
  .map((name) => readText(`messages/${name}.json`))
  .join("");
const titles = texts
  .filter(({ namespace }) => !adminNamespaces.includes(namespace))
  .filter(isTitle)
  .map(({ text }) => text)
  .join("");

async function write(name: string, source: string, letters: string) {
  const font = await subsetFont(read(`node_modules/${source}`), letters, {
    targetFormat: "woff2",
    noLayoutClosure: true,
  });
  writeFileSync(projectPath(`${fontDir}/${name}.woff2`), font);
  const sorted = [...new Set(letters)]
    .filter((letter) => letter > " ")
    .toSorted()
    .join("");
  writeFileSync(projectPath(`${fontDir}/${name}.txt`), `${sorted}\n`);
  say(`${name}: ${sorted.length} letters, ${(font.length / 1000).toFixed(0)} kB`);
}

/** The page for an unreachable database can load nothing, so it contains the letters of its few sentences. */
async function writeUnavailable(): Promise<void> {
  const { ko } = JSON.parse(readText("messages/unavailable.json")) as { ko: Record<string, string> };
  const letters = [...new Set(Object.values(ko).join(""))].toSorted().join("");
  const font = await subsetFont(read(`node_modules/${sans}`), letters, {
    targetFormat: "woff2",
    noLayoutClosure: true,
  });
  const carried = { letters, woff2: font.toString("base64") };
  writeFileSync(projectPath("lib/unavailable-font.json"), `${JSON.stringify(carried, null, 2)}\n`);
  say(`unavailable: ${letters.length} letters, ${(carried.woff2.length / 1000).toFixed(0)} kB in the page`);
}

await writeUnavailable();
await write("sora-sans", sans, latin + all + frequentLetters());
await write(
  "sora-serif",
  "@fontsource/gowun-batang/files/gowun-batang-korean-400-normal.woff2",
  latin + titles + dates,
);
