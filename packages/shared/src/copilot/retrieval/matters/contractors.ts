import type { Matter } from "./matter.ts";

/** Who does the work, and what is not right about it. */
export const CONTRACTOR_MATTERS: readonly Matter[] = [
  {
    name: "own-contractor",
    said: `cheaper .. guy|plumber|electrician|contractor|company|quote
      guy|man|woman|plumber|electrician .. cheaper|street|down|works|does
      got|had .. taken care of|fixed|done|repaired
      cousin|neighbor|neighbour|friend|brother|uncle|father|dad|husband|wife|son|nephew|buddy|law .. take|do|look|handle|install|work
      pay him|her|them instead
      off|from the|google|craigslist|internet
      could not wait
      hired|hire
      own|different|regular|usual|local contractor|guy|guys|plumber|electrician|technician|man|repairman|person|people|company|tech|handyman
      i|we|my|already .. called|hired|paid|had|got|brought|used .. plumber|electrician|contractor|repairman|handyman|guy|company|technician|somebody|someone|man
      guy|somebody|someone|plumber|electrician|contractor i|we know|trust|like|use|used
      choose|pick|use|call|hire|find|bring .. contractor|guy|plumber|electrician|technician|somebody|someone|company
      cousin|neighbor|neighbour|friend|brother|uncle|father|dad|husband|wife|son|nephew|buddy .. fix|fixed|plumber|electrician|contractor|licensed|repair|repaired|hvac|does
      already fixed|repaired|replaced|called|hired
      called .. plumbing|electric|heating|hvac|company|service
      did the work
      had it fixed|repaired|replaced
      fix|repair|do it|this|myself|ourselves .. myself|ourselves
      without calling|asking|telling .. you`,
    sought: "own contractor you hired choose approved before work began authorization",
    sign: /contractor[^.]{0,40}\b(?:you|your|own)\b|(?:you|your)\b[^.]{0,30}\bown\b|(?:you|yourself)[^.]{0,12}hire|hired yourself|unauthori[sz]ed|prior (?:approval|authori)|without (?:our|prior)/i,
  },
  {
    name: "reimbursement",
    said: `paperwork|documents|proof .. need|send|want
      what .. need .. from my .. plumber|electrician|contractor|guy
      what i|we spent|paid
      turn in .. receipt|receipts|bill|invoice|what|spent
      i|we spent
      submit|send
      get .. it|that|money|cost back
      owe me|us
      reimburse|reimbursement|reimbursed
      money|paid|pay back
      pay|paid me back
      out of pocket
      send|submit|mail|email|keep|have .. bill|invoice|receipt|receipts
      cut .. check
      already paid
      paid .. myself|ourselves|cash|him|them
      pay me|us for|what
      my check`,
    sought: "reimbursement reimburse invoice proof of payment receipt",
    sign: /reimburs|invoice|receipt|proof of payment/i,
  },
  {
    name: "second-opinion",
    said: `not convinced|sure he|persuaded
      convinced|skeptical|doubt
      did not even|really look|open|check|test|try
      double check
      not trust|buy|like
      another|second pair|set
      recheck
      he|they|guy .. barely|never looked
      check .. again|over
      second|another|different|other opinion|diagnosis|look
      somebody|someone|anybody|technician|guy|person|contractor else .. look|check|come|see|out|say
      look .. twice|again
      different|another|other guy|technician|tech|contractor|person|company .. look|come|check|see|out|tell
      somebody|someone different
      not agree|believe|buy|trust|think .. him|diagnosis|technician|guy|said|right|wrong|says|he|what
      disagree
      he|they|guy|technician|tech|diagnosis is|was|got wrong
      got .. diagnosis|it wrong
      says|said .. but i think
      misdiagnosed`,
    sought: "second opinion disagree diagnosis another contractor",
    sign: /opinion|disagree|second (?:service )?(?:contractor|technician|diagnosis)|re-?inspect/i,
  },
  {
    name: "same-again",
    said: `very same
      here|out|came .. in|last|few|weeks|june|month .. same
      same leak|noise|error|part
      repaired|fixed|replaced .. conked|quit|died|broke|leaking|out|failed|stopped|again
      you|they repaired|fixed|replaced .. in|last|two|few
      worked|lasted for|only|about|one|two .. day|days|week|weeks|month|hour
      second|third|fourth|fifth time
      doing|happening|leaking|making|acting|out|broke|died|dead .. again
      fixed|repaired|replaced .. again
      same thing|problem|issue|part|trouble|noise|leak|error .. again
      came|come|comes|coming back
      broke|broken|died|quit|out|leaking|dead|stopped|failed|doing|happened|acting|clogged|down again
      again .. already|last|after
      you|they|he|guy|technician just|already|only fixed|repaired|replaced
      fixed|repaired|replaced it|that .. last|ago|month|week|weeks|days
      just fixed|repaired|replaced
      last repair|fix
      did not|never fix|fixed .. right|it|problem
      guarantee
      work|labor|labour|repair|repairs guaranteed|warrantied
      lasted .. days|weeks|month
      how long .. repair|fix .. good|guaranteed|last`,
    sought: "repair guarantee same failure returns recall workmanship again",
    sign: /guarantee|workmanship|same (?:failure|problem|breakdown|defect)|recall|call-?back/i,
  },
  {
    name: "damage-by-technician",
    said: `stain|mud|dirt|grease|oil .. boots|shoes|technician|guy|his|their|tools
      his|their boots|tools|ladder|truck
      hit .. with .. truck|van|ladder
      left .. gouge|scratch|dent|crack|stain|scratches
      he|they|guy|technician|plumber left .. hardwood|floor|carpet|wall|water|mess|open|running|off
      now .. gouge|hole|crack .. floor|wall|counter
      while he|they .. working|here
      he|they|guy|guys|technician|tech|contractor|plumber|people|man|repairman|electrician|company .. scratched|scratch|broke|cracked|dented|damaged|damage|dropped|flooded|burned|ruined|smashed|knocked|tore|gouged|hit|chipped|shattered|spilled|put .. floor|floors|wall|door|sheetrock|tile|countertop|cabinet|ceiling|window|granite|carpet|yard|driveway|it|something|hole|elbow
      he|they|technician|plumber|guy|contractor scratched|broke|cracked|dented|damaged|ruined|wrecked
      left .. hole|mess|holes
      made .. worse|hole|mess
      put .. hole|foot through
      your fault
      because of your|the|their technician|guy|people|contractor`,
    sought: "damage by our contractor during a visit to your home repair the damage",
    sign: /(?:contractor|technician|we)[^.]{0,40}damage|damage[^.]{0,30}\b(?:by|caused by)[^.]{0,25}(?:contractor|technician|us)|liab/i,
  },
  {
    name: "dispute",
    said: `over your head
      file .. grievance|complaint
      who .. above you
      you|they say|said|says no .. do|can
      reconsider|review again|decision
      decision .. change|wrong|review
      do about it
      talk|speak|get .. manager|supervisor|human|boss|higher
      overrule|overturn|denial|escalate
      complain|complaint|dispute|appeal|supervisor|arbitration|attorney|lawyer|sue|court
      small claims
      denied|refused|rejected|turned .. claim|me|us|down|it
      fight this|it
      unfair
      better business
      not fair`,
    sought: "dispute complaint arbitration resolution appeal court",
    sign: /disput|complain|arbitrat|appeal|court/i,
  },
];
