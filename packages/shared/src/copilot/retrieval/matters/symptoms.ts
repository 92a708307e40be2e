import type { Matter } from "./matter.ts";

/** What a home does when something has failed that the caller does not name. */
export const SYMPTOMS: readonly Matter[] = [
  {
    name: "warm",
    said: `like an oven|sauna
      oven|sauna .. upstairs|in here
      gets|get|getting|stays|stay|sits|goes|down|under below|above|over|past|to .. seventy|eighty|ninety|hundred|degrees
      seventy|eighty|ninety .. inside|house|bedroom|upstairs|thermostat
      not|never .. cool|cold enough|down|off
      sweating|muggy|humid
      ac|unit|it .. warm|hot air
      hot|warm|boiling|sweating|roasting|burning|degrees|stuffy in|inside .. here|house|home|bedroom|upstairs|room
      house|home|upstairs|place|bedroom .. hot|sweating|degrees|roasting|cool down
      degrees in|inside|upstairs .. here|house
      degrees inside|upstairs
      no|not|any cold|cool air
      blowing|blows|blow|puts|putting .. hot|warm .. air
      blowing|blows|blow hot|warm
      not cool|cooling .. house|down|anything|home
      heat wave
      thing outside|out|thats .. humming|hums|running|spinning|loud|buzzing|fan
      outside|outdoor thing|box|fan|machine`,
    sought: "air conditioning cooling",
    sign: /cooling|air condition/i,
  },
  {
    name: "cold",
    said: `wearing .. coats|jackets|blankets|sweaters
      coats|jackets|blankets|shivering .. here|house|inside
      see .. breath
      fifty|sixty .. inside|house|degrees|thermostat
      house|home|it|place .. not|never .. warm
      radiator|radiators
      space heaters
      cold|freezing|chilly in|inside .. here|house|home|bedroom|upstairs|room
      house|home|upstairs|place .. cold|freezing|warm up
      no|not|any heat
      not get|getting|stay warm
      not heat|heating .. house|up|home
      no warm|hot air
      blowing|blows|blow .. cold .. air|winter|heat
      pilot .. out|light|lit`,
    sought: "heating heat",
    sign: /heating|furnace|boiler/i,
  },
  {
    name: "hot-water",
    said: `hot bath|shower|showers
      barely|never|hardly|not|no warm|hot
      water .. barely|not|never|rusty|brown .. warm|hot
      showers|shower .. cold|lukewarm
      tank .. leaking|puddle|rusty
      no|not|any|out|run|runs|ran hot water
      hot water .. out|runs|gone|minutes|lukewarm|stops|stopped
      cold|lukewarm|freezing|icy shower|showers|bath|water
      water .. lukewarm|cold|not hot|warm`,
    sought: "water heater",
    sign: /water heater|hot water/i,
  },
  {
    name: "electricity",
    said: `plug|plugs .. anything|nothing|work
      nothing .. plug|plugged .. works
      lights .. dim|dims|blink|blinking|whenever
      buzzing|burning|hot outlet|outlets|switch|panel|breaker|wire
      half .. outlets|lights|room|rooms
      room .. no|lost|dead .. power|outlets|electricity
      lights|light .. flicker|flickering|dim|dimming|out|off|work
      half .. house|power|dark|electricity
      no power|electricity|lights|juice
      outlet|outlets|plug|plugs|socket|switch .. dead|spark|sparks|sparking|hot|work|burning|not|nothing
      breaker|breakers .. trip|trips|tripping|tripped|keeps|flips|off
      spark|sparks|sparking
      lost power`,
    sought: "electrical system wiring panels breakers switches outlets",
    sign: /electric|wiring|circuit|breaker/i,
  },
  {
    name: "drain",
    said: `water .. will not .. away|down|drain
      sewage .. in|tub|bathtub|shower|floor
      bathtub|sink|shower|tub|toilet|drains|drain .. fills|filling|full|up|slow|gurgling|clog
      will not go|drain down
      not drain|draining|go|going|flush .. down|slow|water|sink|tub|it|at
      drain|drains|draining slow|slowly
      sink|tub|shower|toilet|toilets|water .. backing|backed|backs|overflow|overflowing|overflows|gurgle|gurgling|rising|plugged|stopped|clogged|standing|clogs
      water|sewage|stuff|poop|it coming|comes|came up|back
      back|backed|backing|backs up
      sewage
      standing water
      slow drain
      plunger|drano`,
    sought: "drain stoppage clogged drains sewer",
    sign: /drain|stoppage|clog|sewer/i,
  },
  {
    name: "leak",
    said: `raining inside|in
      burst|busted|broken pipe|pipes|line
      spot .. wall|ceiling|floor
      mushy|bubbling|sagging
      water .. coming|comes|running .. in|from|through|out|down
      water meter
      leeking|leek|leeks
      water .. ceiling|wall|floor|under|dripping|everywhere|puddle|spot|leaking|spraying|wet|running|bubbling
      wet|damp|brown|soft spot|patch|stain|area|carpet
      drip|dripping|drips|leak|leaks|leaking|puddle|puddles
      water bill .. high|up|doubled
      water pressure
      low pressure
      hear .. water`,
    sought: "plumbing pipes leak water line",
    sign: /plumbing|pipe|leak/i,
  },
  {
    name: "cooling-gas",
    said: `gas|stuff|coolant|fluid|chemical .. cold|cool|cools|ac|unit
      freon|coolant|refrigerant|recharge|puron
      top|topped|fill|filled .. off|up .. ac|unit|gas
      low on gas`,
    sought: "refrigerant",
    sign: /refrigerant/i,
  },
  {
    name: "laundry",
    said: `soaked|soaking|sopping|dripping .. wet|clothes|take
      washer|washing .. full|water
      tumble|tumbling
      clothes|laundry|towels|sheets|load .. wet|damp|spin|spinning|wash|dry|soaked|soaking|burn|dirty|suds|hours
      not|will spin
      spin cycle
      agitate`,
    sought: "clothes washer clothes dryer laundry",
    sign: /washer|dryer|laundry/i,
  },
  {
    name: "dishes",
    said: `dishes|plates|glasses|silverware .. dirty|clean|wash|filthy|cloudy|spots|greasy|gritty
      dishes|glasses|plates .. come out
      dishes|plates|glasses .. dirty|clean|wash|washing|gritty|film`,
    sought: "dishwasher",
    sign: /dishwasher/i,
  },
  {
    name: "food-cold",
    said: `ice cream
      warm|not cold inside
      fridge|freezer|refrigerator .. warm
      food|milk|ice|cream|groceries|meat .. cold|warm|melting|melted|thawing|spoiling|freezing|frozen|soft
      not keep|keeping|stay|staying cold`,
    sought: "refrigerator",
    sign: /refrigerator/i,
  },
  {
    name: "cooking",
    said: `will not light|ignite|bake
      roast|cake|turkey|pizza .. raw|burnt|cold
      burner|burners .. light|lit|heat|work|clicking|click|spark|high|gas
      bake|baking|broil|cook|cooking|preheat .. not|uneven|raw|burn|will|heat|hot`,
    sought: "oven range cooktop burners",
    sign: /oven|range|cooktop/i,
  },
  {
    name: "garage",
    said: `garage .. will|opens|closes|halfway|stays|button|not|remote
      garage .. open|close|stuck|remote|door|up|down
      car .. stuck|trapped|out|garage .. garage|out`,
    sought: "garage door opener",
    sign: /garage/i,
  },
  {
    name: "water-source",
    said: `well .. water|dry|pump|quit|stopped|pressure
      no running|water|any water
      water stopped|quit
      faucets|taps .. nothing|dry`,
    sought: "water supply pump well plumbing",
    sign: /well|water supply|plumbing|running water/i,
  },
];
