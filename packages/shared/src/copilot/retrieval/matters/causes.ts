import type { Matter } from "./matter.ts";

/** Why things fail, and what follows from it. */
export const CAUSE_MATTERS: readonly Matter[] = [
  {
    name: "installation",
    said: `flipper|flippers
      all wrong
      joker|idiot|clown|genius|hack|handyman .. hooked|installed|put|wired|did|set
      hooked|installed|wired|put|mounted .. up|in backwards|backward|upside|wrong|sideways
      previous|last repair|guy|contractor .. wrong|bad|screwed|messed
      screwed|messed .. up .. install|wiring|installing
      kit|kits
      installed|install|installation|hooked|wired|put|plumbed|built|set|fitted|vented|sized .. wrong|incorrectly|improperly|badly|backwards|backward|poorly|crooked|right|properly|correctly
      wrong|bad|improper|poor|shoddy|sloppy|faulty|incorrect|botched|cheap|terrible|lousy install|installation|job|wiring|work|hookup|workmanship
      installer|builder|roofer|contractor|remodeler|flipper|whoever|handyman .. wrong|messed|screwed|mistake|badly|installed|put
      diy
      did|done|put her|his|their|my|own|himself .. wiring|plumbing|work|install|himself|roof|own
      did .. own wiring|work|plumbing|install
      not .. vented|wired|installed|sized|plumbed|hooked|set|put .. right|properly|correctly|up
      did .. himself|herself|myself|themselves|ourselves
      wrong size|part|wire|voltage
      undersized|oversized|miswired|misinstalled
      whoever|somebody|someone .. put|installed|did|hooked|wired
      previous|prior|old|last|earlier|former owner .. did|installed|put|work|fixed|wired|himself`,
    sought: "improper installation repair modification earlier owner",
    sign: /install|modif|workmanship/i,
  },
  {
    name: "upkeep",
    said: `not changed|cleaned|serviced|touched .. filter|filters|ages|years|coils
      never|not|ever had .. tuned|serviced|cleaned|maintained|flushed|inspected
      have|need|got to .. clean|maintain|service
      skipped .. maintenance|service|cleaning
      how often .. clean|service|maintain|change
      dust|dusty|gunk
      clean|cleaned|cleaning|dirty|filthy|lint
      never|not|last|ever serviced|service|maintained|cleaned|flushed|changed|tuned|checked
      maintain|maintained|maintenance|neglect|neglected
      filter|filters .. change|changed|dirty|clogged
      tune|tuneup up|tuneup|ups
      records|proof|paperwork|receipts .. maintenance|service|serviced|cleaned
      took|taken care of it`,
    sought: "maintenance maintain clean neglect records lack of maintenance",
    sign: /maint|neglect|clean/i,
  },
  {
    name: "age",
    said: `nineteen|twenty eighty|ninety|seventy|sixty|ten
      older than
      ever touch|cover
      twenty|thirty|fifteen|ten|forty .. years
      decades
      model .. from
      old|older|ancient|elderly|vintage
      years|year old|older
      original to|from|with
      how old
      age
      worn|wore out
      wear
      from the nineties|eighties|seventies|sixties
      end of life
      just|plain gave|old`,
    sought: "age make model normal wear and tear",
    sign: /\bage\b|wear and tear|normal wear|\bold\b/i,
  },
  {
    name: "misuse",
    said: `daughter|son|kid|kids|child|husband|wife|toddler .. glass|door|handle|toy
      dropped .. pan|pot|something|it|on
      broke it
      slipped|banged|cracked it
      i|we .. turned|pushed|pulled .. too|hard|wrong
      too hard|much|full
      overloaded
      kid|kids|son|daughter|toddler|grandson|child|children|wife|husband|boy|boys|teenager|i|we|roommate|tenant|dog|cat .. broke|dropped|pulled|hung|climbed|kicked|slammed|stuck|jammed|poured|flushed|knocked|stepped|sat|spilled|threw|swung|drove|backed|put|forgot|left|hit|ran
      accident|accidentally|accidental
      my|our fault
      toy|toys|spoon|fork|bone|bones|glass|sock|socks|rag|wipes|diaper|diapers|grease|silverware|bottle|marbles|coin|coins|rock
      dropped|slammed|rammed|misuse|abuse|abused
      backed into`,
    sought: "misuse abuse neglect accident dropped foreign objects missing parts",
    sign: /misuse|abuse|accident|foreign|dropped|negligen/i,
  },
  {
    name: "pests",
    said: `got .. into|in .. wiring|wires|walls|attic|unit
      chew|chewing|gnaw
      eaten .. by|wires
      squirrel|mouse|mice|rat|rats|rodent|raccoon|termite|ant|ants|bug|bugs|roach|cockroach|wasp|bee|bees|hornet|bird|bat|bats|spider|insect|lizard|gecko|snake|snakes|critter|animal|pest|vermin|possum|opossum|chipmunk|gopher|mole|nest|nests|fly|flies|moth|beetle|frog
      dog|cat|puppy|pet|rabbit .. chewed|ate|scratched|peed|bit
      chewed
      gnawed|infested|infestation`,
    sought: "pests animals insects rodents birds pets nests",
    sign: /pest|rodent|insect|animal|vermin/i,
  },
  {
    name: "events",
    said: `hurricane|typhoon|tropical|monsoon
      burst .. cold|freeze|winter
      struck|hit .. by|lightning
      utility company
      lost power
      lightning
      lightning|storm|storms|thunderstorm|hail|wind|hurricane|tornado|flood|flooded|flooding|earthquake|snow|blizzard|mudslide|wildfire|fire|freeze|froze|frozen|surge|brownout|blackout|outage|lightening
      tree|branch|limb .. fell|hit|on
      power|electric|lights|electricity .. surge|outage|back|spike|flicker|went out
      transformer
      power line|pole|company
      power|electricity went|outage|failure|surge|spike
      got struck
      cold snap
      acts|act of god
      rained|rain`,
    sought: "fire flood lightning wind hail freezing weather power failure surge",
    sign: /lightning|flood|freez|power (?:failure|surge)|weather|act of god|storm|\bfire\b/i,
  },
  {
    name: "rust",
    said: `orange|pitted
      deposit|deposits|crud
      rusting|rotted|rotting|rot
      flaking
      rust|rusted|rusty|rusting|corroded|corrosion|corrode|corroding|sediment|scale|calcium|lime|limescale|mineral|minerals|crusty|pitted
      hard|salt water|air
      eaten through|up|away
      build up
      buildup
      green stuff|crust`,
    sought: "rust corrosion mineral deposits sediment",
    sign: /rust|corro|mineral|sediment|scale/i,
  },
  {
    name: "hazard",
    said: `black|green|fuzzy .. growing|stuff|spots|wall
      fungus|spores
      growing on
      mold|moldy|mould|mildew|asbestos|radon|toxic|fungus|hazardous
      black stuff|spots
      musty`,
    sought: "mold asbestos hazardous materials",
    sign: /mou?ld|asbestos|hazard|toxic/i,
  },
  {
    name: "looks",
    said: `came|fell|popped off .. knob|handle|trim
      scuff|scuffs|blemish|cosmetically|nick
      scratch|scratched|scratches|dent|dents|dented|chip|chipped|discolored|faded|stain|stained|peeling|ugly|cosmetic|yellowed|scuffed
      knob|knobs|handle|handles|dial|dials|rack|racks|shelf|shelves|basket|trim|button|buttons|drawer|roller|rollers|hinge|lightbulb|bulb|bulbs
      looks|look bad|ugly|old|terrible
      glass|door|top|panel .. cracked|crack|broken|shattered`,
    sought: "cosmetic dents scratches damage knobs handles racks shelves",
    sign: /cosmetic|dent|scratch|knob|handle|rack|shel/i,
  },
  {
    name: "loss",
    said: `steak|steaks|fish|chicken|leftovers|freezer .. thawed|spoiled|melted|warm|bad|out|rotten
      thawed|spoiled|rotted
      laundromat|takeout
      basement .. wet|flooded|water|soaked
      ruined|wrecked|destroyed my|the|our|everything|all
      stay|staying somewhere|elsewhere
      food|groceries|meat|freezer|milk|insulin|medicine .. spoiled|spoil|bad|rotten|thawed|lost|ruined|threw|melted|went
      lost|spoiled|spoil|throw|threw .. food|groceries|meat
      floor|floors|flooring|carpet|ceiling|wall|walls|cabinet|cabinets|furniture|drywall|hardwood|laminate|vinyl|rug|couch|basement|clothes|stuff|belongings|boxes .. ruined|soaked|wet|warped|damaged|stained|stain|flooded|buckled|buckling|swollen|sagging|destroyed|wrecked
      ruined|soaked|wet|warped|damaged|stained|stain|flooded|destroyed|wrecked|through|drip|dripping|dripped|damage .. floor|floors|flooring|carpet|ceiling|wall|walls|cabinet|cabinets|furniture|drywall|hardwood|rug|couch|clothes|stuff|belongings
      hotel|motel|airbnb
      lost|miss|missed .. wages|work|pay|day|income
      water|electric|gas|power|utility bill
      laundromat
      water damage
      buckled|buckling|warped
      eat|eating out
      place to stay`,
    sought:
      "consequential loss damage that follows spoiled food lost wages hotel utility bills water damage contents",
    sign: /consequential|secondary|follows from|spoil|lost wages|water damage|incidental/i,
  },
  {
    name: "other-warranty",
    said: `protection plan
      said|says .. cover .. years|parts
      dealer|brand|company .. cover|covers|warranty .. years
      lifetime|parts|one|five|ten year|warranty .. warranty
      home depot|store|dealer
      under .. warranty
      builder|manufacturer|factory
      manufacturer|manufacturers|factory|builder|builders|store|dealer .. warranty|recall|guarantee|covers|still|coverage
      still|under|has|have .. warranty
      still under|covered
      covered by
      recall|recalled
      warranty from|with
      home|homeowners|homeowner insurance
      insurance .. pay|cover|call|company|claim
      extended warranty
      brand new`,
    sought: "manufacturer's warranty builder another warranty recall",
    sign: /manufacturer|builder|another warranty|recall|insurance/i,
  },
];
