import type { Matter } from "./matter.ts";

/** Which homes and things the contract is about. */
export const HOME_MATTERS: readonly Matter[] = [
  {
    name: "rental",
    said: `lease .. to|out
      airbnb|vrbo|lodger|boarder|sublet|roommates
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
    said: `take|watch|watching|care of .. kids|children|people .. money|pay|here|home
      for money
      for my|our .. business|salon|shop|clients|daycare
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
