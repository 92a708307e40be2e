/** Things of a conversation that a pronoun may stand for and that no contract covers: "the people who buy it". */
export const GENERAL_THINGS: ReadonlySet<string> = new Set(
  "house home place property condo apartment contract plan policy agreement warranty fee visit".split(" "),
);

/** What stands behind "the" or "my" without being a thing that could be asked about. */
export const NO_THINGS: ReadonlySet<string> = new Set(
  "time day week month year morning night way thing things problem issue question reason part kind sort case end side top bottom back front same other whole first second next last phone call number name other one ones lot bit minute moment point truth store city state street address price cost amount total rest weekend summer winter exact very right wrong new old whole entire claim refund quote appointment bill invoice money cash card repair job work option form paperwork email letter app website makes couple bunch".split(
    " ",
  ),
);

/** Who stands behind "the" or "my": no thing either, whatever follows ("my son wants"). */
export const PERSONS: ReadonlySet<string> = new Set(
  "guy guys man woman lady person people technician tech plumber electrician contractor inspector realtor agent wife husband son daughter mother father mom dad brother sister neighbor neighbour buddy friend kids family dog cat company manager supervisor seller buyer buyers owner tenant tenants fellow".split(
    " ",
  ),
);

/** Why things fail: words that decide answers, and that a search must not lose. */
export const CAUSES: ReadonlySet<string> = new Set(
  "salt rust rusted rusty corroded corrosion freeze freezing froze frozen roots root mold lightning surge flood hail storm fire age old worn sediment scale improper improperly install installed installation code permit abuse misuse pets rodents mice insects termites earthquake neglect maintenance maintained recall defect pre-existing preexisting inspection inspector cosmetic clogged stoppage".split(
    " ",
  ),
);
