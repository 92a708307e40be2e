import type { Matter } from "./matter.ts";

/** What is done about a failure: repair, replacement, money, the work around it. */
export const OUTCOME_MATTERS: readonly Matter[] = [
  {
    name: "replacement",
    said: `same make|manufacturer
      like for like
      buy|get|give .. another|new one
      patching|patch .. it|up
      patch it
      fix or replace
      repair|fix it .. or .. replace|new
      downgrade
      new one
      replace|replacement
      instead of fix|fixing|repair|repairing
      same|exact brand|model|color|colour|size|kind|one|thing|finish
      match|matching|matches
      keep|kept patching|fixing
      better|nicer|bigger|newer|upgraded model|one|unit|brand
      upgrade
      stainless
      whole thing|unit
      repair or replace
      choose|pick .. brand|model|one|color`,
    sought: "repair or replacement replace similar features capacity brand color upgrade",
    sign: /repair or (?:to )?replac|replacement|brand|colou?r|similar/i,
  },
  {
    name: "parts",
    said: `supplier|manufacturer|factory|warehouse .. says|weeks|months|wait
      weeks|months .. part|board|motor|valve|delivery
      ship|shipped|shipping .. part|weeks
      quit|stopped|stop making|manufacturing|selling
      hard to find|get
      piece|part .. order|ordered|months|weeks
      company .. out of business
      obsolete
      not make|made|sell|carry|have|get|find .. part|parts|anymore|it|them
      no longer made|available|make|sold
      discontinued|obsolete
      out of production|stock|business
      part|parts|it .. back order
      back order|ordered
      backordered|backorder
      waiting|wait .. part|parts
      can not get|find .. part|parts|one|it
      nobody|noone makes|carries|sells|has|stocks
      no one makes|carries|sells|has|stocks
      can not get .. till|until|for
      model|models .. old|from|discontinued|sells`,
    sought: "parts no longer available discontinued back order",
    sign: /parts?[^.]{0,40}(?:available|made|order|discontinu|obsolete)|no longer/i,
  },
  {
    name: "cash",
    said: `pick out|my own
      sooner|rather .. pick|buy|choose|get
      shop .. for|myself|around
      money|cash and
      just give|pay .. me
      what .. get .. if .. myself
      cash|check|money|payout .. instead|rather|buy|lieu|take|out
      take|have|want|give|get|rather .. cash|money|check|payout
      buy|pick|get my|our|it|one own|myself|ourselves|self
      cash out
      settlement
      buyout`,
    sought: "cash in lieu payment instead of repair or replacement",
    sign: /cash|in lieu|payment instead|pay(?:ment)? you instead/i,
  },
  {
    name: "haul",
    said: `to the curb|dump|street
      carry|move .. old|busted|broken|dead
      drag|take|haul|get|carry .. out of here|house
      who .. takes|hauls|removes
      busted|broken|dead|junk .. out|away|gone
      leave .. old|driveway|curb
      haul|hauling|hauled
      take|takes|get rid|dispose|remove|carry|drag|toss|pick .. old
      rid of
      old|dead|broken one|unit|thing|machine .. away|gone|out|curb|dump|landfill|trash
      dump fee
      disposal fee`,
    sought: "remove dispose old item removal haul away",
    sign: /remov|dispos|haul/i,
  },
  {
    name: "access",
    said: `fix|put .. drywall|sheetrock|tile|wall .. done|after|back
      tear|rip|bust|cut|knock .. into|out|up|through|open .. tile|shower|wall|floor|ceiling|drywall
      reach|reaching it|pipe|leak
      repaints|retile|retiling|wallpaper
      reach .. behind|inside
      restore|restored|restoration
      wall|walls|ceiling|drywall|sheetrock|floor|tile|plaster|paneling .. open|opened|cut|cutting|hole|patch|patched|close|closed|paint|repaint|fix|tear|tore|torn|rip|ripped|repair|finish|put
      open|opened|cut|cutting|hole|holes|patch|patched|close|closed|paint|painted|repaint|tear|tore|torn|rip|ripped|break|broke|put .. wall|walls|ceiling|drywall|sheetrock|floor|tile|plaster
      behind|inside|in the|a wall|walls|ceiling
      get to|at it|pipe|pipes|leak|line|wire|duct
      hole .. wall|ceiling|floor
      patches|repaint|repaints
      who .. patch|paint|close|fixes .. wall|hole|ceiling|drywall|that
      crawl space
      crawlspace|attic`,
    sought: "access opening walls ceilings floors close rough finish restore restoration",
    sign: /access|restor|rough|opening|walls?/i,
  },
  {
    name: "ground",
    said: `front|back lawn|yard
      trenching
      outside .. ground|dig|line|buried
      pool deck
      slab|concrete|foundation|driveway|jackhammer|excavate|dig|digging|trench|sidewalk|patio
      underground|yard|lawn
      buried
      under .. house|slab|floor|driveway|yard|basement`,
    sought: "concrete slab foundation driveway underground outside dig excavation",
    sign: /concrete|slab|foundation|underground|\bdig\b|excavat|outside the/i,
  },
  {
    name: "code",
    said: `not grounded|allowed|compliant
      like they need|require|want .. now
      inspector .. says|wants|failed|pass
      pass|fail|failed inspection
      brought .. up
      not .. legal|allowed
      today .. standards
      new|current rules|standards|requirements|regulation
      code|codes
      permit|permits
      city|county|town|village|state .. requires|require|says|wants|inspector|law|make|rule
      regulation|regulations|ordinance
      legal|illegal|law requires|required
      not legal
      strap|straps
      bring .. up`,
    sought: "building code upgrade permit regulation inspections",
    sign: /\bcode|permit|regulation|ordinance/i,
  },
  {
    name: "fit",
    said: `not fit
      does|will|would|if fit
      cabinet|cabinets|countertop|opening .. fit|cut|bigger|smaller|size|modify
      modify|modification|adapt|retrofit
      compatible|incompatible
      different size`,
    sought: "modification compatible dimensions size fit cabinets",
    sign: /modif|compatib|dimension|\bfit\b/i,
  },
  {
    name: "limit",
    said: `ceiling|max|maximum on|for
      ceiling .. pay
      run|costs|cost|come|going .. hundred|thousand|grand
      pays|pay .. all|whole|everything|full
      enough .. cover
      how much .. coverage
      balance|leftover
      how much .. you|company|plan|pay|cover|give|left|get|have|total|max|maximum|towards|toward
      limit|limits|cap|caps|maximum|max
      most .. pay|pays|cover|get
      up to
      over|above|past|exceed|beyond .. limit|cap|amount|that
      dollar|dollars|grand|bucks|thousand|hundred
      quoted|quote|estimate
      costs|cost more|too|less
      difference
      rest of
      whole|full|entire|total amount|bill|cost|price|thing
      all of it`,
    sought: "limit most we pay amount per agreement term maximum up to",
    sign: /\b(?:limits?|maximum|most we pay|up to \$|at most|cap)\b|\$\d/i,
  },
  {
    name: "total",
    said: `any|much|how left|remaining
      claims this|a|per year
      lifetime|annual|yearly
      used .. already|year
      left .. year|coverage
      total|altogether|overall .. year|contract|pay|plan|all|claims
      how many claims|times|repairs|things|visits
      whole|entire year|contract|plan|policy
      everything|all .. together|combined|total
      all together|claims|in
      used|use|maxed|hit|reached|reach .. up|limit|out|maximum|cap
      start|starts|reset|resets|begin over|again|fresh
      next year`,
    sought: "limit in all whole contract aggregate total per term starts again",
    sign: /\bin all\b|aggregate|total|together|whole contract|starts again|combined/i,
  },
];
