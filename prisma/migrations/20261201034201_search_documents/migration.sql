-- AlterTable
ALTER TABLE "gym" ADD COLUMN     "former_names" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "nearby" TEXT,
ADD COLUMN     "nearby_en" TEXT;

-- CreateTable
CREATE TABLE "member_search" (
    "member_id" UUID NOT NULL,
    "form" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "member_search_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "gym_search" (
    "gym_id" UUID NOT NULL,
    "form" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "gym_search_pkey" PRIMARY KEY ("gym_id")
);

-- AddForeignKey
ALTER TABLE "member_search" ADD CONSTRAINT "member_search_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gym_search" ADD CONSTRAINT "gym_search_gym_id_fkey" FOREIGN KEY ("gym_id") REFERENCES "gym"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

-- A text as it is searched: without case, accents, spaces and the marks that one person writes and the next leaves out;
-- Korean syllables as the letters they are typed with, so that half a syllable and a mistyped letter can be found too.
-- "|" separates texts in a document and is in none of them.
CREATE FUNCTION search_form(written text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  form text := regexp_replace(lower(normalize(written, NFKD)), '[\s|.,·\u0300-\u036f\u200b-\u200d\ufeff-]+', '', 'g');
  part text;
BEGIN
  IF form !~ '[\u1100-\u11ff]' THEN RETURN form; END IF;
  -- First, middle and last letters of syllables, each in its own line.
  form := translate(form, U&'\1100\1101\1102\1103\1104\1105\1106\1107\1108\1109\110A\110B\110C\110D\110E\110F\1110\1111\1112', 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ');
  form := translate(form, U&'\1161\1162\1163\1164\1165\1166\1167\1168\1169\116A\116B\116C\116D\116E\116F\1170\1171\1172\1173\1174\1175', 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ');
  form := translate(form, U&'\11A8\11A9\11AA\11AB\11AC\11AD\11AE\11AF\11B0\11B1\11B2\11B3\11B4\11B5\11B6\11B7\11B8\11B9\11BA\11BB\11BC\11BD\11BE\11BF\11C0\11C1\11C2', 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ');
  IF form !~ '[ㅘㅙㅚㅝㅞㅟㅢㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ]' THEN RETURN form; END IF;
  FOREACH part IN ARRAY '{ㅘㅗㅏ,ㅙㅗㅐ,ㅚㅗㅣ,ㅝㅜㅓ,ㅞㅜㅔ,ㅟㅜㅣ,ㅢㅡㅣ,ㄳㄱㅅ,ㄵㄴㅈ,ㄶㄴㅎ,ㄺㄹㄱ,ㄻㄹㅁ,ㄼㄹㅂ,ㄽㄹㅅ,ㄾㄹㅌ,ㄿㄹㅍ,ㅀㄹㅎ,ㅄㅂㅅ}'::text[] LOOP
    form := replace(form, left(part, 1), substr(part, 2));
  END LOOP;
  RETURN form;
END $$;

-- The first letters of the Korean syllables of a text, as other characters than `search_form` writes: ㅎㅅ finds 헬스 and
-- not the middle of 좋소.
CREATE FUNCTION search_initials(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(normalize(written, NFKD), '[^\u1100-\u1112]+', '', 'g')
$$;

-- All that something is found by. Nulls and empty texts are left out.
CREATE FUNCTION search_document(texts text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT concat('|', string_agg(public.search_form(written), '|'), '|',
                string_agg(nullif(public.search_initials(written), ''), '|'), '|')
    FROM unnest(texts) AS written
$$;

-- Every three characters in a row, and of initials every two as well. What a document must have to have a text in it. Its
-- cost keeps the planner from computing it row by row: it is read from the index alone.
CREATE FUNCTION search_grams(document text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5000 AS $$
  SELECT coalesce(array_agg(substr(part, at, size)), '{}')
    FROM unnest(string_to_array(document, '|')) AS part,
         unnest(CASE WHEN part ~ '^[\u1100-\u1112]' THEN '{2,3}'::int[] ELSE '{3}'::int[] END) AS size,
         generate_series(1, length(part) - size + 1) AS at
$$;

-- Without a list of what is yet to be put in order: every look-up reads it, and a search makes dozens.
CREATE INDEX "gym_search_grams" ON "gym_search" USING gin (search_grams("form")) WITH (fastupdate = off);
-- Of members it is kept short instead: they come by the thousand, and admins seldom look for one.
CREATE INDEX "member_search_grams" ON "member_search" USING gin (search_grams("form")) WITH (gin_pending_list_limit = 256);
-- Statistics would cost minutes and be of no use: what is looked up is not known when a statement is planned.
ALTER INDEX "gym_search_grams" ALTER COLUMN 1 SET STATISTICS 0;
ALTER INDEX "member_search_grams" ALTER COLUMN 1 SET STATISTICS 0;
CREATE INDEX "gym_districts" ON "gym" ("district", "district_en");

CREATE FUNCTION gym_document(gym gym) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT public.search_document(
    ARRAY[gym.name, gym.name_en, gym.district, gym.district_en, gym.address, gym.address_en, gym.nearby, gym.nearby_en]
    || gym.former_names
    || ARRAY(SELECT unnest(ARRAY[trainer.name, trainer.name_en]) FROM public.trainer WHERE trainer.gym_id = gym.id))
$$;

CREATE FUNCTION index_gyms(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- One after the other: of two who add a trainer at the same time, the second writes both.
  PERFORM FROM gym WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
  INSERT INTO gym_search (gym_id, form) SELECT id, gym_document(gym) FROM gym WHERE id = ANY (ids)
  ON CONFLICT (gym_id) DO UPDATE SET form = excluded.form;
END $$;

CREATE FUNCTION index_gym() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_gyms(ARRAY[NEW.id]);
  RETURN NULL;
END $$;

-- Once for a statement: a merge moves hundreds of trainers to one gym.
CREATE FUNCTION index_gyms_of_trainers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT gym_id) INTO ids FROM after;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT gym_id) INTO ids FROM before;
  ELSE
    SELECT array_agg(DISTINCT side.gym_id) INTO ids
      FROM before JOIN after USING (id) CROSS JOIN LATERAL (VALUES (before.gym_id), (after.gym_id)) side (gym_id)
     WHERE (before.gym_id, before.name, before.name_en) IS DISTINCT FROM (after.gym_id, after.name, after.name_en);
  END IF;
  IF ids IS NOT NULL THEN PERFORM index_gyms(ids); END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION index_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO member_search (member_id, form) VALUES (NEW.id, search_document(ARRAY[NEW.name, NEW.email]))
  ON CONFLICT (member_id) DO UPDATE SET form = excluded.form;
  RETURN NULL;
END $$;

CREATE TRIGGER gym_search AFTER INSERT OR UPDATE OF name, name_en, district, district_en, address, address_en, nearby,
  nearby_en, former_names ON "gym" FOR EACH ROW EXECUTE FUNCTION index_gym();
CREATE TRIGGER trainer_search_insert AFTER INSERT ON "trainer" REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION index_gyms_of_trainers();
CREATE TRIGGER trainer_search_update AFTER UPDATE ON "trainer" REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION index_gyms_of_trainers();
CREATE TRIGGER trainer_search_delete AFTER DELETE ON "trainer" REFERENCING OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION index_gyms_of_trainers();
CREATE TRIGGER member_search AFTER INSERT OR UPDATE OF name, email ON "member"
  FOR EACH ROW EXECUTE FUNCTION index_member();
