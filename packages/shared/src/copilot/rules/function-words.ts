import { stemOf, type Word } from "./words.ts";

const list = (text: string) => new Set(text.split(/\s+/));
const stems = (text: string) => new Set(text.split(/\s+/).map(stemOf));

/** Words that name nothing. */
const GRAMMAR =
  list(`a an the this that these those my your our their his her its i you we they he she it me us them him
  is are was were be been being am do does did done doing have has had having will would shall should can could may might must
  not no nor never and or but if then than so as of in on at by for from to with without into onto over under up down out off
  about after before during between through while until since because due when where which who whom whose what why how
  there here all any each every some such other same only own just also even still already yet again too very really
  one two three four five six seven eight nine ten first second third
  i'm it's i've i'd i'll we've we're you're he's she's that's there's don't doesn't didn't won't can't isn't aren't wasn't
  yes yeah okay ok please thanks thank hello hi well um uh oh hey sorry sure maybe like got get gets getting go goes going
  want wants need needs know think guess wonder wondering say says said tell told ask asked let see look come came take took
  make made put thing things something anything everything lot kind sort bit way part's
  itself themselves himself myself yourself against per whether either both more most less least another else new old main big upstairs downstairs`);

/** Words that every contract and every question about one is full of. */
const CONTRACT =
  stems(`cover covers covered coverage uncovered plan plans contract agreement policy warranty benefit benefits
  include includes included including exclude excludes excluded exclusion exclusions eligible item items
  repair repairs replace replaces replacement fix fixed pay pays claim claims request
  provide provided company companies home house guy guys somebody someone property customer member holder owner section clause schedule term terms
  available additional applicable resulting due reason cause causes caused breakdown breakdowns failure failures fail failed
  mechanical normal wear tear part parts component components necessary following listed described
  describe responsible liable amount condition conditions work working type types kind kinds extra option optional add-on`);

/** Words that say what is wrong with a thing rather than what thing it is. */
const SYMPTOMS =
  stems(`leak leaks leaking leaked break broke broken stop stops stopped quit die died dead noise noisy loud
  hum hums rattle drip drips dripping burst crack cracked cold hot warm cool cooling heat heating spin drain draining start
  starting turn run running blow blowing smell smells smoke spark trip trips tripped freeze frozen overflow clog clogged
  issue problem trouble wrong bad stuck jam jammed shut replaced repaired help today yesterday morning night week weeks month
  months year years day days ago now last went goes ruined damaged spoiled snapped`);

/** Places and manners that do not make another thing of a thing. */
const BENIGN =
  stems(`kitchen bathroom bedroom basement attic upstairs downstairs hall laundry living dining master main guest
  front back left right gas electric electrical old new whole entire built existing central primary regular standard one
  single interior inside outside outdoor indoor style grade samsung lg whirlpool ge maytag bosch kenmore carrier trane lennox rheem home house residential
  automatic big small little stainless steel certain various actual system unit machine appliance equipment set`);

export function isFunctionWord(word: Word): boolean {
  return GRAMMAR.has(word.text) || CONTRACT.has(word.stem);
}

/** Symptoms that also tell one thing from another: a heat pump, a hot water dispenser, a drain pump. */
const NAMING = stems("cold hot warm cool cooling heat heating drain help");

/** Whether a word can only be a symptom, so that it parts the names around it. */
export function partsNames(id: string): boolean {
  return SYMPTOMS.has(id) && !NAMING.has(id);
}

export function isSymptom(id: string): boolean {
  return SYMPTOMS.has(id);
}

/** Whether a modifier leaves the thing what it is: a gas furnace is a furnace, a pool heater is no water heater. */
export function isBenign(id: string): boolean {
  return BENIGN.has(id) || SYMPTOMS.has(id) || /^[$\d]/.test(id);
}
