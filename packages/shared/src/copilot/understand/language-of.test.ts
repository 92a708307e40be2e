import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foreignLanguage } from "./caller-language.ts";
import { languageOf } from "./language-of.ts";

test.each([
  ["es", "hola buenos días tengo un problema con el aire acondicionado"],
  ["fr", "est-ce que vous parlez français s'il vous plaît"],
  ["pt", "a máquina de lavar não está drenando a água"],
  ["vi", "xin chào tủ lạnh của tôi không lạnh nữa"],
  ["tl", "hindi gumagana ang aircon namin simula kahapon"],
  ["zh", "我的冰箱坏了，保险包括吗"],
  ["ko", "냉장고가 고장났는데 보험이 되나요"],
  ["ja", "エアコンが壊れたのですが保証されますか"],
  ["ru", "сколько стоит вызов мастера"],
  ["ar", "كم تكلفة زيارة الفني"],
  ["en", "is my water heater covered if it is leaking"],
])("%s: %s", (language, text) => expect(languageOf(text)).toBe(language));

test.each([
  "hola",
  "Hola, my name is José María de la Cruz",
  "I live in El Paso on Camino de los Ríos",
  "gracias, adiós",
  "it's a De'Longhi or a Miele",
  "Nguyễn Văn Anh is the name",
  "covered",
  "",
])("%s is not enough", (text) => expect([null, "en"]).toContain(languageOf(text)));

describe("a turn", () => {
  const said = (text: string, before: readonly string[], known: string | null = null) =>
    foreignLanguage(
      { segments: [{ text }], before: before.map((one) => ({ text: one, speaker: "CUSTOMER" })), known },
      "en",
    );

  test("of a few words is told by those before it", () => {
    expect(said("¿mi horno?", [])).toBeNull();
    expect(said("¿mi horno?", ["hola, tengo un problema con mi horno"])).toBe("es");
    expect(said("¿y mi horno?", [], "es")).toBe("es");
  });

  test("in the library's language is worked, whatever was spoken before", () => {
    expect(said("is my oven covered", ["hola, tengo un problema con mi horno"], "es")).toBeNull();
    expect(said("oven", [], "es")).toBeNull();
  });

  test("in the library's language is never foreign, also where that is not English", () => {
    const turn = { segments: [{ text: "hola, tengo un problema con mi horno" }], before: [], known: null };
    expect(foreignLanguage(turn, "es")).toBeNull();
  });
});

test("any text is taken", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
      const language = languageOf(text);
      return language === null || /^[a-z]{2}$/.test(language);
    }),
  );
});
