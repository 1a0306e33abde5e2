// npm run bench:search: measures searches among 100,000 gyms, directly on the database.
import { cpus, loadavg } from "node:os";
import { manyGyms } from "../test/many-gyms.ts";
import { openDatabase } from "./database.ts";
import { quantile } from "./quantile.ts";
import { openRunDir } from "./run-dir.ts";
import { soraSettings } from "./settings.ts";

const rounds = 30;
const gymCount = 100_000;

const searches = {
  "no search": "",
  "a name": "달빛물결",
  "a name and a district": "서초 달빛물결",
  "a district": "강남구",
  "first letters of a name": "ㄷㅂㅁㄱ",
  "two first letters, thousands of gyms": "ㅎㅅ",
  "a spelling, thousands of gyms": "휘트니스",
  "a wrong letter": "달빈물결",
  "a wrong letter beside a district": "서초 달빈물결",
  "the other keyboard": "ekfqlcanfruf",
  "a word that no gym has": "없는이름이에요",
  "a single letter": "ㅏ",
  "60 characters that mean many things": "피트니쓰 휘트니스 헬스장 달빈물결 강냠구 크로스핏 바벨클럽",
  "60 signs": "%_".repeat(30),
};

const { dir, ending } = openRunDir();
try {
  const database = await openDatabase(dir, ending);
  Object.assign(process.env, soraSettings, { DATABASE_URL: database.url });
  const { pool } = await import("../lib/db.ts");
  ending.defer(() => pool.end());
  const { inBulk } = await import("../test/in-bulk.ts");
  const { gymListQuerySchema } = await import("../lib/gym/gym-list-query.ts");
  const { listGyms } = await import("../lib/gym/list-gyms.ts");
  await inBulk(manyGyms(gymCount));

  const load = loadavg()[0]!.toFixed(1);
  console.log(
    `${gymCount} gyms, PostgreSQL ${await database.version()}, ${cpus().length} cores, load ${load}\n`,
  );
  console.log("| search | gyms found | p50 ms | p95 ms |\n| --- | --- | --- | --- |");
  for (const [name, q] of Object.entries(searches)) {
    const query = { ...gymListQuerySchema.parse({ q }), locale: "ko" } as const;
    const times: number[] = [];
    let count = 0;
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now();
      ({ count } = await listGyms(query));
      times.push(performance.now() - begun);
    }
    console.log(
      `| ${name} | ${count} | ${quantile(times, 0.5).toFixed(0)} | ${quantile(times, 0.95).toFixed(0)} |`,
    );
  }
} finally {
  await ending.disposeAsync();
}
