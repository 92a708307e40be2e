const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/**
 * Small words that speech in a language cannot do without, by its ISO 639-1 code. Left out are those that English has
 * too ("no", "me", "son", "come") and those that stand in American names of places and people ("el", "la", "los", "san").
 */
export const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(`the is are was were my your our their this that these those i i'm im it's its you we they he she it do does did
    don't dont doesn't have has had will would can could should of and but or if so because with for from about what when
    where how why who which there not been being just like get got going want need know think any some out up`),
  es: words(`de que y es está esta están estoy mi mis tu su sus un una unos unas por para con sin pero porque cómo como cuándo
    cuando cuánto cuanto dónde donde qué quién cuál lo le les se nos ya muy también tambien más hay tiene tengo tenemos
    necesito quiero quería puede puedo pueden fue era ser soy sí eso esto ese este algo nada ahora hace del al las mío
    usted ustedes yo ella ellos nosotros cubre cubren funciona señor gracias hola buenos buenas favor`),
  fr: words(`de je le les une des du et est sont c'est suis mon ma mes ton votre vos notre nous vous il elle ils elles qui que
    quoi où quand comment pourquoi avec sans dans sur sous mais parce ne pas plus très aussi j'ai j'aimerais avez ai ont
    fait peut peux voudrais cette ces ça ca est-ce qu'est-ce qu'il n'est l'eau d'eau au aux bonjour merci oui marche`),
  pt: words(`de que e é está esta estão estou meu minha meus minhas seu sua um uma uns umas por para com sem mas porque como
    quando quanto onde quem qual não nao eu ele ela eles nós você voce vocês lhe já muito também mais tem tenho temos
    preciso quero pode posso foi era ser sou sim isso isto esse este algo nada agora faz do da dos das no na nos nas ao
    pelo pela obrigado obrigada olá bom dia funciona cobre`),
  it: words(`di che è e sono sto sta il lo gli della del dei delle nel nella un una per con senza ma perché come quando quanto
    dove chi quale non io lui lei noi voi loro mio mia miei suo sua ho hai abbiamo hanno vorrei posso può questo questa
    quello anche più molto già adesso grazie buongiorno ciao funziona`),
  de: words(`der die das ist sind ein eine einen einem einer und oder aber nicht ich du er sie wir ihr mein meine meinen meiner
    unser unsere mit ohne für von zu zum zur auf aus bei nach wie wo wann warum wer welche kann können habe haben hat wird
    werden auch noch schon sehr bitte danke guten es dass wenn weil kein keine geht funktioniert`),
  vi: words(`tôi của là và có không được cho với này đó những các một bị thì mà nhưng vì nếu khi ở trong ngoài đã đang sẽ rồi
    cũng rất bao nhiêu gì sao nào ai đâu anh chị em ông bà cái máy nhà nước hư hỏng sửa muốn cần biết hỏi giúp xin chào
    cảm ơn ạ tủ lò bảo hiểm toi cua khong duoc nhung neu muon nhieu`),
  tl: words(`ang ng mga sa na po ko mo niya namin natin ninyo nila ako ikaw siya kami tayo kayo sila ito iyan iyon yung hindi
    oo opo ay kung kasi dahil pero at din rin lang naman ba pa may mayroon meron wala walang gusto kailangan pwede puwede
    paano kailan saan bakit sino ano magkano para sira nasira ayaw gumagana salamat kumusta magandang kong aking inyong`),
  ht: words(`mwen ou li nou yo se ap pa te gen nan ak pou ki sa mesye madanm kijan kisa poukisa konbyen kote bonjou mèsi tanpri
    travay lakay mwenmen yon anpil men epi tou fè bezwen vle kapab`),
};

/** Letters and marks that hint at a language where they stand; each counts as one of its small words. */
export const LETTERS: readonly (readonly [language: string, letters: RegExp])[] = [
  ["es", /[ñ¿¡]/i],
  ["pt", /[ãõ]/i],
  ["fr", /[œê]|\b[cdjlmnst]['’](?:[aeiouyhéèêà])/i],
  ["de", /[ßäöü]/i],
  ["vi", /[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i],
];

/** Writing systems that one language, or mostly one, is written in, in the order in which they are looked for. */
export const SCRIPTS: readonly (readonly [language: string, letters: RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["hy", /\p{Script=Armenian}/gu],
];
