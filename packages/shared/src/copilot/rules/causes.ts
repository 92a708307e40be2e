/** What may have brought a failure about, or what happened around it, as contracts and callers speak of it. */
export type Cause = string;

/** Each cause with the words of contracts and callers for it. */
const CAUSES: readonly (readonly [Cause, RegExp])[] = [
  [
    "rust",
    /\b(?:eaten (?:up|away|through)|salt air|rust(?:y|ed|ing)?|corro(?:sion|ded|ding|sive)|rusted)\b/i,
  ],
  [
    "scale",
    /\b(?:sediment|mineral (?:build-?\s?up|deposits?)|lime ?scale|calcium|hard water|scale build-?\s?up)\b/i,
  ],
  [
    "pests",
    /\b(?:pests?|insects?|termites?|rodents?|mice|mouse|rats?|squirrels?|raccoons?|vermin|ants|roach(?:es)?|cockroach(?:es)?|wasps?|bees|birds?|spiders?|bugs|animals?|infestations?|chewed)\b/i,
  ],
  [
    "installation",
    /\b(?:(?:improper|faulty|incorrect|poor|wrong|bad|defective|careless)(?:ly)?\s+(?:\w+\s+(?:or\s+)?){0,2}(?:install\w*|put in|set up|wired|hooked up)|install(?:ed|ation)?\s+(?:it\s+|was\s+|them\s+|by\s+\w+\s+)*(?:wrong(?:ly)?|incorrect(?:ly)?|improper(?:ly)?|bad(?:ly)?|poorly|backwards?)|(?:wasn['’]t|was not|weren['’]t|were not|isn['’]t|not|never)\s+(?:been\s+)?(?:properly |correctly |right )?(?:installed|put in|hooked up|wired)(?: (?:right|correctly|properly|to code))?|mis-?install\w*|(?:improper|faulty|poor|bad|incorrect) (?:work|workmanship|repairs?)|put (?:it|the \w+) in (?:himself|herself|themselves)|put (?:\w+ ){0,4}(?:in )?(?:crooked|wrong|backwards|incorrectly)|hooked (?:it )?up wrong|wired (?:it )?wrong|put (?:it )?in wrong)\b/i,
  ],
  [
    "pre-existing",
    /\b(?:pre-?\s?existing|existing (?:defects?|conditions?)|(?:knew|known|know) (?:of|about) (?:\w+ ){0,2}(?:before|prior)|known (?:defects?|conditions?)|bad \w+ from before|(?:existed|present|known|exist)\s+(?:\w+\s+){0,3}(?:before|prior|on your|on the|at the (?:time|start)|on the (?:effective|start))|never\s+(?:really\s+|once\s+)?(?:worked|work|ran|cooled|heated)|(?:hasn['’]t|has not|didn['’]t|did not) (?:ever )?work(?:ed)? (?:since|when) we (?:moved|bought|got)|(?:broken?|dead|bad|that way|like that|leaking|not working|already)\s+(?:\w+\s+){0,3}(?:when (?:we|i) (?:moved|bought|got|closed)|before (?:we|i|the (?:plan|contract|coverage)))|before (?:we|i) (?:signed up|bought the (?:plan|contract)|had the (?:plan|contract|warranty)|got the (?:plan|contract|warranty))|(?:since|from) (?:before )?(?:the day )?(?:we|i) moved in|came with the house (?:broken|dead))\b/i,
  ],
  [
    "inspection",
    /\b(?:inspect(?:ion|or)s?(?: report)? (?:\w+ ){0,3}(?:listed|lists|found|noted|reported|identified|wrote|written|flagged|marked)|(?:listed|written up|flagged|noted) (?:\w+ ){0,3}(?:by|in|on) (?:\w+ ){0,2}inspect(?:ion|or)|items? that (?:was|were) listed)\b/i,
  ],
  [
    "business",
    /\b(?:commercial(?:ly)?|business(?: use| purposes?)?|day\s?care|hair salon|airbnb|air bnb|short-?\s?term rentals?|rental (?:business|guests)|restaurant|bakery|catering|laundry service|nursing home|fraternity)\b/i,
  ],
  [
    "own-repair",
    /\b(?:(?:my|our|your|their) own (?:guy|man|technician|plumber|electrician|contractor|repair\s?man|person|tech|handyman|brother|husband)|(?:i|we)(?:['’]ve)? (?:already )?(?:had (?:it|them|the \w+|someone|somebody|a \w+) (?:fix(?:ed)?|repair(?:ed)?|replac(?:ed|e))|hired|called (?:my|our) own|paid (?:a|my|someone|somebody))|(?:technician|contractor|person|anyone|somebody|someone|vendor)s? (?:whom |that |who |which )?(?:you|not) (?:\w+ )?(?:hired|chose|called|choose|hire|engaged|select|selected|authorized|approved|sent)|(?:without|unless|before|prior to) (?:our |we |prior |written |the company's )*(?:approv\w+|authoriz\w+|permission|consent)|unauthori[sz]ed (?:repairs?|work)|already (?:fixed|repaired|replaced) (?:it|the))\b/i,
  ],
  [
    "self-repair",
    /\b(?:(?:tried to|attempted to) (?:fix|repair) (?:it|the)|(?:fixed|repaired|installed) (?:it|the \w+) (?:myself|ourselves)|do-?it-?yourself|diy|took it apart|opened it up)\b/i,
  ],
  [
    "neglect",
    /\b(?:neglect(?:ed)?|lack of (?:\w+ )?(?:maintenance|care|cleaning)|(?:missing|failure (?:to|of)|fail to|failed to|inadequate|poor|insufficient|no|never (?:had|did|done)(?: any)?|improper) (?:perform |routine |regular |proper )*(?:maintenance|maintain\w*|servic(?:e|ing)|clean(?:ed|ing)?)|never (?:been )?(?:cleaned|serviced|maintained|changed the filters?|flushed)|(?:haven['’]t|hasn['’]t|didn['’]t) (?:been |ever |had it )*(?:cleaned|clean|serviced|service|maintained|maintain|changed?)|dirty (?:filters?|coils?)|clogged filter)\b/i,
  ],
  [
    "misuse",
    /\b(?:misuse[ds]?|abuse[ds]?|vandal\w*|(?:my|the|our) (?:kids?|son|daughter|toddler|child|children|dog|cat|boys?|grandson) (?:\w+ ){0,4}(?:broke|dropped|pulled|hung|climbed|kicked|slammed|put|stuck|jammed|poured|flushed|chewed|swung)|dropped (?:it|a|the|something)|slammed|kicked|accident(?:al|ally|s)?|physical damage|hit (?:it|the) with|backed (?:my|the|into)|rammed|ran into)\b/i,
  ],
  ["lightning", /\blightning\b/i],
  [
    "surge",
    /\b(?:(?:power|electrical|voltage) (?:surges?|spikes?|outages?|failures?|interruptions?)|surge|brown-?outs?|power went out|blackout)\b/i,
  ],
  ["flood", /\b(?:flood(?:s|ed|ing|water)?)\b/i],
  ["fire", /\b(?:(?<!gas )fires?(?!place)|burn(?:ed|t) down|house fire)\b/i],
  [
    "storm",
    /\b(?:storms?|hurricanes?|tornado(?:es|s)?|wind(?:s|storm)?(?! up)|hail(?:storm)?|snow|acts? of god|earthquakes?|mudslides?|weather|natural disasters?)\b/i,
  ],
  ["freeze", /\b(?:freez(?:e|es|ing)|froze(?:n)?)\b/i],
  ["roots", /\b(?:roots?|tree roots?)\b/i],
  [
    "foreign-object",
    /\b(?:foreign objects?|toys?|diapers?|wipes|paper towels|something (?:got )?stuck in)\b/i,
  ],
  ["mold", /\b(?:mou?ld|mildew|fungus|asbestos|lead paint|hazardous|toxic|radon)\b/i],
  [
    "recall",
    /\b(?:recall(?:s|ed)?|manufacturer['’]?s? (?:defects?|warranty|recall)|(?:still )?under (?:the )?(?:manufacturer['’]?s? )?warranty|factory warranty)\b/i,
  ],
  [
    "cosmetic",
    /\b(?:cosmetic|scratch(?:es|ed)?|dent(?:s|ed)?|chip(?:s|ped)|discolou?r\w*|stain(?:s|ed)? on|appearance)\b/i,
  ],
  [
    "food",
    /\b(?:secondary|consequential|incidental|(?:loss|damages?) that (?:follows?|results?)|(?:spoil(?:ed|age)|lost|loss of) (?:of )?(?:food|groceries|meat|medicines?)|(?:food|groceries|meat|milk|leftovers) (?:\w+ ){0,2}(?:spoil(?:ed|s|age)?|went bad|ruined|rotted|loss|lost)|(?:pays?|paying|cover|reimburse\w*)(?: \w+){0,4} (?:food|groceries|meat|milk|frozen stuff))\b/i,
  ],
  [
    "property",
    /\b(?:secondary|consequential|incidental|(?:loss|damages?) that (?:follows?|results?)|(?:ruined|damaged|stained|wet|warped|soaked|damage to (?:the |my |our |your )?|damages to (?:the |my |our |your )?) ?(?:\w+ ){0,2}(?:home|floor(?:s|ing)?|ceilings?|walls?|drywall|carpets?|cabinets?|furniture|clothing|clothes|property|contents|belongings)|(?:floor(?:s|ing)?|ceiling|walls?|drywall|carpet|cabinets?|furniture|clothes) (?:\w+ ){0,3}(?:ruined|damaged|stained|wet|warp(?:ed|ing)|soaked|lifting|buckl\w+|swell\w+|swollen)|water damage)\b/i,
  ],
  [
    "lodging",
    /\b(?:secondary|consequential|incidental|(?:loss|damages?) that (?:follows?|results?)|hotels?|motels?|lodging|loss of use)\b/i,
  ],
  [
    "wages",
    /\b(?:secondary|consequential|incidental|(?:loss|damages?) that (?:follows?|results?)|lost (?:wages|income|pay)|loss of (?:wages|income|pay)|(?:missed|miss|took (?:a |the )?(?:whole )?day off) work)\b/i,
  ],
  [
    "code",
    /\b(?:code (?:violations?|upgrades?|requirements?|compliance)|up to code|building codes?|out of code|not to code|bring (?:it |\w+ )?(?:\w+ )?(?:up )?to code|(?:city|county|town|inspector|law) (?:now )?(?:wants|requires?|demands|makes|insists|is making))\b/i,
  ],
  ["permit", /\bpermits?\b/i],
  [
    "haul",
    /\b(?:haul(?:ing)?(?: away)?|(?:remov\w+|dispos\w+|tak(?:e|ing))(?: away)?(?: and \w+)?(?: of)? (?:an?|the|any|your|our|my)? ?(?:old|replaced|defective|existing|appliance)|take (?:away )?the old|removal of (?:the )?old|carry away)\b/i,
  ],
  [
    "access",
    /\b(?:crane|scaffold\w*|open(?:ing)? (?:up )?(?:the )?(?:walls?|floors?|ceilings?)|cut (?:into|through) (?:the )?(?:wall|floor|ceiling|drywall)|drywall|behind the wall|access (?:to|holes?)|restor\w+ (?:of )?(?:walls?|floors?))\b/i,
  ],
  [
    "upkeep",
    /\b(?:routine maintenance|tune-?\s?ups?|regular cleaning|filter (?:change|replacement)s?|preventi(?:ve|tive) maintenance|annual (?:service|maintenance|cleaning|check))\b/i,
  ],
  [
    "shared",
    /\b(?:(?:whole|entire|apartment) building|shared (?:\w+ )?(?:systems?|boilers?|equipment|units?)|serves? (?:more than one|several|multiple|two or more|other|all|both) (?:\w+ )?(?:units?|dwellings?|homes?|apartments?|residences?)|common (?:areas?|systems?|elements?|boiler)|(?:condo|homeowners?['’]?) association)\b/i,
  ],
  ["theft", /\b(?:theft|stolen|stole|burglar\w*|missing parts?)\b/i],
  ["upgrade", /\b(?:upgrade[sd]?|improvements?|better model|newer model|energy efficien\w+)\b/i],
];

const DENIAL =
  /\b(?:no|not|n['’]t|isn['’]t|wasn['’]t|without|never any|didn['’]t (?:see|find) any|no sign of)\s+(?:\w+\s+){0,2}$/i;

/** "It's freezing in here" says how cold it is, not that something froze. */
const WEATHER = /\b(?:it['’]?s|it is|its been|we['’]?re|we are)\s+(?:\w+\s+)?freezing$/i;

/** The causes that a text of the contract names. */
export function causesIn(text: string): Set<Cause> {
  return new Set(CAUSES.filter(([, pattern]) => pattern.test(text)).map(([cause]) => cause));
}

/** The causes that a caller's words name, each with the words. One that they deny ("there is no rust") is left out. */
export function causesSaid(text: string): Map<Cause, string> {
  const said = new Map<Cause, string>();
  for (const [cause, pattern] of CAUSES) {
    const match = pattern.exec(text);
    if (
      match === null ||
      WEATHER.test(text.slice(0, match.index + match[0].length)) ||
      DENIAL.test(text.slice(0, match.index))
    )
      continue;
    said.set(cause, match[0]);
  }
  return said;
}
