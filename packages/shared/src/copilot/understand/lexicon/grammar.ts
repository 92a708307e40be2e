const list = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Closed word classes of English: what the rules know of grammar. */
export const FILLERS = list("um umm ummm uh uhh uhhh uhm er erm ah ahh eh hm hmm mm mmm mhm huh oh ooh hh h");
export const AUXILIARIES = list(
  "do does did is are am was were will would can could should shall may might must has have had",
);
export const SUBJECT_PRONOUNS = list(
  "i you we they he she it this that these those there someone somebody anyone anybody everyone everything anything",
);
export const DETERMINERS = list(
  "the a an my our your his her their its this that these those any some every each",
);
export const WH_WORDS = list("what when where who whose whom why how which");
/** Words after which a new question or statement may begin. */
export const OPENERS = list(
  "and but so or ok okay well yeah yes yep no nope also then now please thanks thank hi hello hey sorry wait because since alright right sure great perfect awesome cool good got fine honestly actually anyway question wondering wonder plus mean too though next lastly first second finally ma'am sir anyways just maybe else oh um uh hmm know guess curious",
);
/** A verb form behind one of these belongs to a statement: "what i do", "that is". */
export const STATEMENT_BEFORE = list(
  "i you we they he she it who to not never always there this which thing problem issue calling reason am is are was were will can do does",
);
export const PREPOSITIONS = list(
  "of in on at for with from to into onto under over by about behind near inside outside beside between through off up down out after before during without since until against around",
);
export const SUBORDINATORS = list(
  "if when because since after before while until unless whether as once though although where who which that than what how why so",
);
/** Words that carry no topic of their own. */
export const STOP_WORDS = list(
  "a an the my our your his her their its this that these those any some every each i you we they he she it me us him them who whom whose which what when where why how there here and or but so if because since as than then of in on at for with from to into by about is are am was were be been being do does did done will would can could should shall may might must has have had having not no yes yeah ok okay well just also even still actually really like know mean want wanted need get got go going gonna come one ones thing things something anything someone anyone somebody anybody everything guys guy all too very please thanks thank tell say says said let right now up out off over again back already customer customer's company covered cover covers coverage include included includes plan contract policy long much many soon often still think kind sort way lot bit make made take it's mine yours ours theirs else other another only own same such whether while until unless ever never always maybe probably per via themselves themself company's technician's myself yourself",
);
