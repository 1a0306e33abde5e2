const list = (words: string) => `'{${words.split(" ").join(",")}}'::text[]`;
const one = (words: string, n: string) => `(words.${words})[1 + (${n}) % cardinality(words.${words})]`;

const first =
  "바다 하늘 달빛 햇살 푸른 붉은 느린 빠른 새벽 저녁 강철 구름 바람 솔숲 은빛 금빛 참한 든든 튼튼 한결 도담 가온 나래 다온 라온 마루 보람 사랑 아름 자람 차오름 하람 온새 미르 누리 해솔 여울 노을 별빛 산들";
const second =
  "물결 바위 나무 언덕 들판 숲길 골목 마을 광장 다리 정원 섬 등대 항구 시내 고개 봉우리 폭포 모래 파도";
const kind = "짐 피트니스 헬스 휘트니스 바벨클럽 필라테스 크로스핏 스튜디오";
const districts =
  "강남구 강동구 강북구 강서구 관악구 광진구 구로구 금천구 노원구 도봉구 동대문구 동작구 마포구 서대문구 서초구 성동구 성북구 송파구 양천구 영등포구 용산구 은평구 종로구 중구 중랑구 해운대구 수영구 남구 북구 동래구 연수구 부평구 유성구 분당구 수지구 일산동구 덕진구 완산구 수성구 달서구";
/** SQL arrays of the word lists. `as` is an SQL function, or "" for the word itself. */
const wordsAs = (as: string) =>
  Object.entries({ first, second, kind, districts })
    .map(([name, words]) => `ARRAY(SELECT ${as}(word) FROM unnest(${list(words)}) AS word) AS ${name}`)
    .join(", ");

const isBranch = "n > 6400";
const branch = "n / 6400 + 1";
const named = `${one("first", "n")} || ${one("second", "n / 40")}`;
const district = one("districts", "n * 7");

/**
 * SQL for `inBulk`: gyms with their search columns. 100,000 take a quarter of the time that the triggers need. Search
 * forms are concatenated from those of the words.
 */
export const manyGyms = (count: number) => [
  "SET maintenance_work_mem = '256MB'",
  `INSERT INTO gym (id, slug, name, district, address, review_count, star_sum)
   SELECT md5('many gym ' || n)::uuid, 'many-' || n,
          ${named} || ' ' || ${one("kind", "n / 7")} || CASE WHEN ${isBranch} THEN ' ' || ${branch} || '호점' ELSE '' END,
          ${district}, ${district}, n * 7919 % 100, n * 7919 % 100 * 4
     FROM (SELECT ${wordsAs("")}) AS words, generate_series(1, ${count}) AS n`,
  `DO $do$
   DECLARE
     index text := pg_get_indexdef('gym_search_grams'::regclass);
   BEGIN
     DROP INDEX gym_search_grams;
     INSERT INTO gym_search (gym_id, form)
     SELECT md5('many gym ' || n)::uuid, concat_ws('|', '', form.name, form.district, form.district, initials.name,
                                                  initials.district, initials.district, '')
       FROM (SELECT n, ${named} || ${one("kind", "n / 7")} || CASE WHEN ${isBranch} THEN ${branch} || search_form('호점') ELSE '' END AS name,
                    ${district} AS district
               FROM (SELECT ${wordsAs("search_form")}) AS words, generate_series(1, ${count}) AS n) AS form
       JOIN (SELECT n, ${named} || ${one("kind", "n / 7")} || CASE WHEN ${isBranch} THEN search_initials('호점') ELSE '' END AS name,
                    ${district} AS district
               FROM (SELECT ${wordsAs("search_initials")}) AS words, generate_series(1, ${count}) AS n) AS initials USING (n);
     EXECUTE index;
     ALTER INDEX gym_search_grams ALTER COLUMN 1 SET STATISTICS 0;
   END $do$`,
  "ANALYZE gym, gym_search",
  "RESET maintenance_work_mem",
];
