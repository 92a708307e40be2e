import type { Matter } from "./matter.ts";

/** Visits, claims and what they cost. */
export const SERVICE_MATTERS: readonly Matter[] = [
  {
    name: "response",
    said: `on the|their|his way
      who .. shows|comes|coming .. when
      nobody|noone .. bothered|rang|ring|phoned|texted
      ring|phone|text me
      when is|are|will|would|can|does .. dude|man|person|people|crew|fella|repairman|serviceman|contractor|help
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
    said: `stuck .. work|traffic|meeting
      door|gate .. locked
      knocked|knock .. door
      bump|bumped|postpone|delay .. appointment|visit|it
      appointment .. moved|bumped|changed|postponed
      push|move|change|switch .. next|another|different|later week|day|time|date
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
    said: `charge|charged|charging|bill me|us|twice|again
      bill|billed|invoice .. for|me|tomorrow|visit
      each|every time
      seventy|eighty|ninety|hundred .. each|visit|time|trip|come|comes
      hundred|dollars|bucks .. trip|visit|next|again
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
];
