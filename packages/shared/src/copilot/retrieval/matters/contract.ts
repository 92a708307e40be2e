import type { Matter } from "./matter.ts";

/** The contract's own life: start, price, changes, end. */
export const CONTRACT_MATTERS: readonly Matter[] = [
  {
    name: "waiting-period",
    said: `got|bought|purchased|have|took .. policy|plan|contract|coverage|warranty .. monday|tuesday|wednesday|thursday|friday|last|yesterday|week|today|month
      how long after
      after i|we pay|paid|sign|signed
      activate|active|activated
      right away|immediately .. covered|use|claim
      first payment
      just|recently|only signed|bought|got|joined|started|purchased|enrolled|became
      signed up
      closed on|friday|yesterday|last|week
      closed .. house|home|place
      kick|kicks in
      new customer|member|contract|plan|policy
      bought|got|started|purchased|have|had .. plan|contract|warranty|policy|coverage|this|you .. ago|week|weeks|last|yesterday|days|month
      waiting|wait period
      thirty|30|fifteen|15 days
      when .. coverage|plan|contract|policy|it start|starts|begin|begins|kick|effective
      start|starts|kick|kicks|begin|begins|go|goes in|date|effective
      how soon|long .. use|file|covered|wait|start|claim
      first|second week|month|day
      brand new .. plan|contract|customer|policy
      have to|i wait`,
    sought: "waiting period coverage begins days after first payment start",
    sign: /waiting period|coverage (?:begins|starts)|protection (?:begins|starts)|first \d+ days|\d+(?:st|th|rd)? days? (?:after|wait)|effective date|no waiting/i,
  },
  {
    name: "pre-existing",
    said: `before i|we .. ever|even|signed|with|had|joined|got
      acting up|weird|funny before|when|since
      something .. wrong .. inside|before|nobody|seen|known
      nobody|noone .. seen|known|tell|noticed
      house|home report
      report mentioned|said|listed|noted|showed
      when .. got|bought .. place|house|home
      already .. when|before
      hidden
      pre existing
      preexisting
      pre-existing
      broke|broken|bad|dead|leaking|cracked|wrong|faulty|like|working|out .. when|before .. bought|moved|got|signed|closed|purchased|started
      when|before|since|after|until i|we .. bought|moved|got|signed|closed|purchased|started
      bought .. house|home|place|condo|it .. broken|broke|bad|working
      i|we knew|know .. bad|broken|about|it|that|before
      did not know
      had no|any idea|clue
      seller|sellers|inspector|inspection|inspected|disclosure|disclosed
      previous|prior|last|former|old owner|owners|people|folks
      people|folks|guy|lady|man|woman|owner|family|person before
      day we|i moved|bought
      already bad|broken|broke|there|leaking|dead|like|out
      came with .. house|home|place
      never worked|work|heated|cooled|ran|right
      always been|was|did|has|had
      from the start|beginning|day
      was|were there before
      been|going|doing .. for years|months|awhile
      hidden|could not have known`,
    sought: "known unknown defect pre-existing before contract start date home inspection report working order at the start",
    sign: /pre-?existing|defects?|known|knew|inspection|before (?:your|the) (?:contract|plan|coverage|effective)|working order|at the start/i,
  },
  {
    name: "cancel",
    said: `get anything|something|money .. back
      get back .. if
      not want|need .. anymore
      do without
      if i stop|quit|leave
      switch .. company|provider|companies
      regret
      cancel|cancelled|canceled|cancellation|terminate
      get|want|wants|getting|getting|be out of|out .. contract|plan|this|policy|it|deal
      stop|end|drop|quit|close|leave .. plan|contract|policy|coverage|service|subscription|account
      not want|need .. plan|contract|policy|anymore|it|this|coverage
      refund|refunded
      get .. money back
      change|changed my mind
      done with
      what .. get back
      penalty
      unused`,
    sought: "cancellation cancel full refund unused part administration fee",
    sign: /cancel|refund|terminat|end the|ending the/i,
  },
  {
    name: "dropped",
    said: `terminate|cancel|end .. my
      refuse|deny to .. renew|service|cover
      blacklist
      you|company|they .. cancel|drop|kick|terminate|dump .. me|us|my|our
      kick|kicked .. out|off
      drop|dropped me|us`,
    sought: "cancellation by us notice",
    sign: /we may (?:cancel|end|terminate)|by us|cancel/i,
  },
  {
    name: "late-payment",
    said: `forgot .. pay
      behind
      paid late
      not|never paid|pay
      late .. pay|paying|payment
      late|missed|miss|behind|skipped|bounced|declined|expired|forgot .. payment|payments|pay|bill|card|installment|premium|month
      payment|card|bill|check|premium .. late|missed|declined|expired|bounced|behind|not|did
      not paid|pay .. month|bill|premium
      past due
      overdue|lapse|lapsed|paused|suspended
      behind on`,
    sought: "missed payment late monthly payment pause coverage resumes",
    sign: /payment|late|paus|laps|unpaid/i,
  },
  {
    name: "renewal",
    said: `year|term is|runs|goes|ends over|up|out
      after|when .. year|term|contract .. over|up|done|ends
      another|next|second year
      keep|kept|still .. going|charging
      same price|rate
      renew|renewal|renews|renewed|renewing
      run|runs|ran|running out
      expire|expires|expired|expiring|expiration
      next year|term
      another year
      price|cost|rate|premium .. go|goes|went|going up|higher
      raise|raised|increase|increased .. price|rate|cost|premium
      automatic|automatically|auto
      roll|rolls over
      every year
      end|ends|up of .. contract|term|year|plan
      when .. contract|plan|it end|ends|over|up`,
    sought: "renewal renews automatically new price end of term",
    sign: /renew|expir|end of/i,
  },
  {
    name: "transfer",
    said: `house|home|place .. under|in contract|escrow
      buyer|seller|sold
      take over .. plan|contract|coverage|policy
      real estate agent
      next family|person|people
      assume|assumes .. contract|plan
      folks|people|person|family|couple|guy|lady|they .. buying|buy|bought .. house|home|place|it
      sell|selling|sold|sells
      house|home|place|condo .. market|listed|list|sale
      on the market
      put .. market|sale
      listing|list .. house|home|place
      buyer|buyers|realtor|escrow
      new owner|owners|people|family
      people|person|family|couple|guy who|that|buying .. buy|buying|bought|buys
      transfer|transferred|transferable
      switch|hand|pass|give|sign|turn .. over|on|along
      closing|close date|on|of
      next owner`,
    sought: "transfer sell the home buyer take over agreement closing",
    sign: /transfer|buyer|sell|sale|new owner|seller/i,
  },
  {
    name: "moving",
    said: `found .. new|another house|home|place
      across town
      new address
      move .. coverage|plan|contract|policy
      leaving .. house|home
      moving|relocating|relocate
      move|moved to|out|into|away|across|next|houses
      new|different|other|another house|home|place|address|apartment
      take .. with me|us
      come|comes|go|goes|follow|follows with me|us`,
    sought: "moving another home address does not move with you",
    sign: /\bmov(?:e|es|ing)\b|address|another home/i,
  },
  {
    name: "plan-change",
    said: `gold|silver|platinum|bronze|premium|basic|best|top|top|bigger level|plan|tier|package|one
      level|tier|package .. better|up|get
      go|move|step|trade up|down
      upgrade|downgrade|change|switch|bump|move|go|drop|step .. plan|plans|tier|level|package|coverage|up|down
      higher|better|bigger|cheaper|lower|different|next|other|top plan|tier|level|package
      change my plan`,
    sought: "change plan higher lower plan",
    sign: /(?:chang|upgrad|downgrad|switch)\w*[^.]{0,25}plan|(?:higher|lower) plan/i,
  },
  {
    name: "option",
    said: `added|add .. now|later|still
      cover|put .. pool|spa|roof|septic|well|softener .. too|also|extra|month
      how much .. add|pool|month
      a month .. pool|well|roof|septic|spa|add
      add|adding|buy|get|purchase|put .. on|plan|option|coverage|contract|it|that|optional|extra
      add-on|addon|add-ons|addons|rider|option|options|optional
      add on|ons
      extra coverage|cost|month|protection
      not|never bought|add|added|buy|purchased .. option|add|extra|coverage
      too late .. add|buy|get
      can|could i|we .. add|buy`,
    sought: "add-on option optional coverage buy price later bought",
    sign: /add-?on|option|rider|extra|additional (?:fee|coverage)/i,
  },
  {
    name: "rental",
    said: `airbnb|vrbo|lodger|boarder|sublet|roommates
      landlord
      tenant .. called|call|home
      investment property
      do not live there
      tenant|tenants|renter|renters|landlord|rental
      rent|renting|rented|lease|leasing .. house|home|place|it|out|unit|condo|to|people|property
      rent out
      short term
      vacation|weekend rental|renters|guests|house
      do not live there|in|here`,
    sought: "rental home rent to others tenant landlord",
    sign: /\brent|tenant|landlord|lease/i,
  },
  {
    name: "business",
    said: `for my|our .. business|salon|shop|clients|daycare
      industrial
      hair|nail salon
      sell .. out of
      business|daycare|salon|restaurant|shop|bakery|commercial|church|clients|customers
      day|group|nursing care|home
      home office
      run|running .. out|business|from
      work from home
      catering`,
    sought: "commercial grade business use",
    sign: /commercial|business/i,
  },
  {
    name: "shared",
    said: `upstairs|downstairs|other|next neighbor|unit|door
      hallway|lobby
      master insurance
      whole|entire|our|the building
      shared|share|sharing|common
      condo|condominium|coop|co-op|apartment|townhouse|townhome|duplex|highrise|hoa
      co op
      association
      floor|floors .. building|unit|apartment
      neighbor|neighbors|neighbour|neighbours .. unit|upstairs|downstairs|shares|share|wall|above|below
      all units|apartments`,
    sought: "shared system common building association condominium units",
    sign: /shared|common|building|association|condomin|multi-?unit|dwelling/i,
  },
  {
    name: "building",
    said: `guest house
      casita|detached|shed|barn|outbuilding|workshop|cottage
      mother in law
      in-law|inlaw
      garage|outside|patio|backyard|pool house .. fridge|refrigerator|unit|one|freezer|washer|heater|outlet`,
    sought: "inside main foundation attached garage detached guest unit outside the home",
    sign: /foundation|detached|guest|outside|inside the|garage/i,
  },
  {
    name: "how-many",
    said: `two|three|four|both|second|another|multiple|extra|other|several of|air|acs|units|furnaces|heaters|fridge|fridges|refrigerator|refrigerators|freezer|ovens|dishwashers|washers|dryers|water|systems|disposals
      more than one
      only one
      each|every one|unit
      one of .. two|three|them`,
    sought: "more than one of a kind every each connected one only",
    sign: /more than one|every|each|only one|one \w+ only|up to two|additional/i,
  },
  {
    name: "luxury",
    said: `pro style|range|grade|series
      professional|pro-style|luxury|designer|fancy|gourmet|premium|custom|smart
      high end
      high-end|commercial-style|restaurant-style
      commercial|restaurant|chef style|grade|type
      six|eight burner|burners`,
    sought: "professional-style high-end luxury appliance",
    sign: /professional|high-?end|luxury|designer|premium brand|ultra/i,
  },
  {
    name: "meaning",
    said: `what .. mean|means|considered|counts|count|qualify|qualifies
      what counts as
      define|definition
      difference between
      how .. work|works`,
    sought: "what the words mean definitions how coverage works",
    sign: /mean|defin|how coverage/i,
  },
];
