import { describe, expect, test } from "vitest";
import { fieldErrors } from "../web/form-state.ts";
import { newGymSchema, newTrainerSchema, suggestionSchema } from "./gym-schema.ts";

const gym = {
  name: " 파도  소리 ",
  nameEn: "",
  district: "마포구",
  districtEn: " ",
  address: "양화로 45",
  addressEn: "45 Yanghwa-ro",
  slug: "",
};

const errorsOf = (schema: typeof newGymSchema | typeof suggestionSchema, input: object) => {
  const parsed = schema.safeParse(input);
  return parsed.success ? {} : fieldErrors(parsed.error);
};

describe("the form of a gym", () => {
  test("tidies lines and reads missing fields as null", () => {
    expect(newGymSchema.parse({ ...gym, address: "양화로\u0000\n45" })).toEqual({
      ...gym,
      name: "파도 소리",
      nameEn: null,
      districtEn: null,
      address: "양화로 45",
    });
  });

  test("gives each error at its field", () => {
    expect(errorsOf(newGymSchema, { ...gym, name: "  ", address: "가".repeat(121) })).toEqual({
      name: "MISSING",
      address: "TOO_LONG",
    });
    expect(errorsOf(newGymSchema, {})).toMatchObject({ name: "MISSING", district: "MISSING" });
  });

  test.each([
    ["파도", "SLUG_INVALID"],
    ["Wave Gym", "SLUG_INVALID"],
    ["suggest", "SLUG_RESERVED"],
    ["new", "SLUG_RESERVED"],
  ])("refuses the slug %s", (slug, error) => {
    expect(errorsOf(newGymSchema, { ...gym, slug })).toEqual({ slug: error });
    const trainer = newTrainerSchema.safeParse({
      name: "한",
      nameEn: "",
      specialty: "-",
      specialtyEn: "",
      slug,
    });
    expect(trainer.success).toBe(false);
  });
});

describe("a suggestion", () => {
  test("keeps its lines and loses invisible characters", () => {
    expect(suggestionSchema.parse({ text: " 느린 헬스\r\n망원동\u0000 " }).text).toBe("느린 헬스\n망원동");
  });

  test.each([
    ["", "MISSING"],
    [" \n ", "MISSING"],
    ["가", "TOO_SHORT"],
    ["가".repeat(501), "TOO_LONG"],
  ])("of %j is refused", (text, error) => {
    expect(errorsOf(suggestionSchema, { text })).toEqual({ text: error });
  });
});
