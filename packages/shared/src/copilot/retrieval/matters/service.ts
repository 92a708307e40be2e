import type { Matter } from "./matter.ts";

/** Visits, technicians and claims. */
export const SERVICE_MATTERS: readonly Matter[] = [
  {
    name: "response",
    said: `when is|are|will|would|can|does .. dude|man|person|people|crew|fella|repairman|serviceman|contractor|help
      eta|arrival
      what time|day .. come|coming|here|out|show|arrive|expect
      dispatch|dispatched|assigned
      heard .. peep|word|back|nothing|anything
      how soon|quick|quickly|fast
      get .. somebody|someone|anyone .. out|here|over|today
      anybody|anyone|somebody|someone .. available|free|today|tonight
      how soon|fast|quick|quickly|long .. come|comes|coming|out|here|somebody|someone|guy|technician|tech|plumber|electrician|show|visit|wait|sit|appointment|arrive|get
      how many days|hours .. come|out|somebody|someone|technician|show|visit|wait
      when will|can|would|do|is|are|could .. someone|somebody|they|technician|tech|guy|plumber|electrician|anybody|contractor .. come|coming|out|show|here|call|be|get
      when .. someone|somebody|anybody|technician|guy .. out|here|come
      can|could|will .. come|out|here|get .. today|tonight|tomorrow|now|asap
      still waiting .. somebody|someone|call|technician|guy|contractor
      nobody|noone .. called|come|contacted|scheduled
      no one .. called|come|contacted|scheduled
      when .. expect|earliest
      earliest
      how long .. wait|waiting|without
      how long before|until|till`,
    sought: "response time service request assign contractor hours business days schedule visit emergency",
    sign: /respon[ds]|emergenc|assign|within \d+ (?:hours|business|days)|how (?:fast|soon|quickly)|schedul|dispatch|arriv/i,
  },
  {
    name: "emergency",
    said: `right away|now
      main shutoff|shut-off|valve
      can not stop|shut
      keeps|keep running|flowing|pouring|leaking
      dangerous|unsafe|hazard|safe
      baby|infant|month|newborn .. no|without heat|water|power|ac
      without .. heat|water|power|electricity
      flooding|everywhere
      emergency
      emergencies
      urgent
      gas smell|leak|leaking
      smell gas
      rotten eggs
      smell of gas
      no heat|water|power|electricity
      without heat|water|power|electricity
      can not shut|turn .. off
      will not shut|turn off
      baby|newborn|elderly|oxygen .. house|home|here
      pouring|gushing|spraying`,
    sought: "emergency emergencies urgent service",
    sign: /emergenc|urgent/i,
  },
  {
    name: "faster",
    said: `saturdays|sundays|weekends|nights|evenings
      speed .. up
      priority
      after hours
      overtime
      weekend|sunday|saturday|holiday|tonight|midnight|evening
      sooner|expedite|expedited|rush
      same day
      pay extra .. faster|quick|today|sooner`,
    sought: "service outside normal hours weekend holiday overtime charge expedited",
    sign: /overtime|outside (?:of )?(?:normal|regular|business)|after[- ]hours|expedit|weekend/i,
  },
  {
    name: "missed",
    said: `push|move|change|switch .. next|another|different|later week|day|time|date
      had|have to leave
      supposed .. be|come .. here|at|two|noon
      came .. late|early|supposed
      let .. him|them|guy in
      forgot .. appointment|visit|coming
      out of town
      someone|adult .. be|has home|there|here
      never|not|nobody|noone show|showed|came|come|arrived .. appointment|yesterday|today|morning|window|time
      never showed|came|arrived
      did not show|come
      no show
      nobody showed|came|come
      no one showed|came|come
      missed|miss .. appointment|visit|window|technician|guy
      stood .. up
      reschedule
      move|change|cancel .. appointment|visit
      not|nobody home|there|around
      supposed .. here|come|show|between
      between .. and .. o'clock|noon|eight|nine|ten|one|two|three|four|five
      will|can not be there|home|around
      waited|waiting .. all day
      late .. appointment|visit
      can not make .. appointment
      take|took off work`,
    sought: "missed appointment reschedule nobody home cancel visit window",
    sign: /appointment|reschedul|miss(?:es|ed)? (?:the|a|your)|not (?:at )?home|nobody/i,
  },
  {
    name: "claim",
    said: `make a|another|my claim
      need .. somebody|someone|technician|plumber|electrician .. out|come
      what number|phone
      what .. do|need .. first|next
      sign in|on
      file|open|start|submit|report|make .. claim
      put in|through .. claim
      turn in .. claim
      who|where .. call|report|go|log
      how .. report|request|start|file
      online|website|app|computer|portal
      already called .. in`,
    sought: "file claim report request service telephone online",
    sign: /claim|report|request|ask for/i,
  },
  {
    name: "status",
    said: `any|no update|news|word
      been .. days|weeks .. heard|nothing|nobody
      what is taking
      status
      where .. claim|ticket|technician|part|parts|stand|stands|things
      heard .. anything|nothing|back
      what|whats happening|going .. claim
      check on|up
      claim|ticket|confirmation|reference number
      track|tracking|update
      follow up`,
    sought: "claim status track follow claim number",
    sign: /track|status|follow|claim number|ordered/i,
  },
  {
    name: "visit-fee",
    said: `hundred|dollars|bucks .. trip|visit|next|again
      per person|problem|visit|trip|claim|item
      waive|waived
      do|still i owe
      fee|charge .. refund|back
      pay|owe|cost|charge|charged|costs|fee .. visit|technician|guy|man|comes|come|shows|show|somebody|someone|trip|time
      visit|service|trip|call|trade fee|charge|cost
      deductible
      copay
      co pay
      pay .. again|twice|each|every
      another|second|more|extra|same|two|three fee|fees
      fee again|twice
      charge|charged .. twice|again
      fee`,
    sought: "service fee visit trade due each",
    sign: /\b(?:fee|fees|charge|deductible|co-?pay\w*)\b/i,
  },
  {
    name: "trades",
    said: `next|another|extra trip|visit
      per person|problem|item|trade
      two|three|both|different|another|second|other|multiple|several trades|visit|visits|technicians|plumbers|guys|fees|contractors|claims
      plumber .. electrician
      electrician .. plumber
      comes|come|came|coming back .. again|pay|fee|charge|finish
      second time
      come|came|coming|out again|twice`,
    sought: "one service fee claim each trade further visits",
    sign: /trade|visits|each (?:visit|claim|trade)/i,
  },
  {
    name: "own-contractor",
    said: `got|had .. taken care of|fixed|done|repaired
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
    said: `what i|we spent|paid
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
    said: `double check
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
    said: `repaired|fixed|replaced .. conked|quit|died|broke|leaking|out|failed|stopped|again
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
    said: `left .. gouge|scratch|dent|crack|stain|scratches
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
    said: `you|they say|said|says no .. do|can
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
