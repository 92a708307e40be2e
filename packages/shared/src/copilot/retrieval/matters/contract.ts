import type { Matter } from "./matter.ts";

/** The contract's own life: start, price, changes, end. */
export const CONTRACT_MATTERS: readonly Matter[] = [
  {
    name: "waiting-period",
    said: `contract|plan|policy|coverage|warranty started|began|starts|begins .. ago|days|week|yesterday
      got|bought|purchased|have|took .. policy|plan|contract|coverage|warranty .. monday|tuesday|wednesday|thursday|friday|last|yesterday|week|today|month
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
    said: `found|find out after|later
      seller|sellers|owner|owners .. hid|lied|hidden|disclose|told
      before i|we .. ever|even|signed|with|had|joined|got
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
    sought:
      "known unknown defect pre-existing before contract start date home inspection report working order at the start",
    sign: /pre-?existing|defects?|known|knew|inspection|before (?:your|the) (?:contract|plan|coverage|effective)|working order|at the start/i,
  },
  {
    name: "cancel",
    said: `end|ending this|it|plan|contract|policy|coverage
      get rid of .. plan|contract|policy|coverage|you
      premium|payment|money|payments returned|back
      not continue
      get anything|something|money .. back
      get back .. if
      not want|need .. anymore
      do without
      if i stop|quit|leave
      switch .. company|provider|companies
      regret
      cancel|cancelled|canceled|cancellation|terminate
      get|want|wants|getting|be out of|out .. contract|plan|this|policy|it|deal
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
    said: `bank|card|payment|check rejected|returned|failed
      insufficient
      forgot .. pay
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
    said: `escrow closes|close
      family .. moving in
      house|home|place .. under|in contract|escrow
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
    said: `cheaper|lesser|smaller one|plan|version
      gold|silver|platinum|bronze|premium|basic|best|top|bigger level|plan|tier|package|one
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
    said: `tack .. on
      throw in
      added|add .. now|later|still
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
];
