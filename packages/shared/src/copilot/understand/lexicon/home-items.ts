const phrases = (text: string): readonly string[] =>
  text
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter(Boolean);

/** Things in a home that a service contract speaks of, as callers name them. A library's synonyms add to them. */
export const HOME_ITEMS = phrases(`
  ac, a/c, air conditioner, air conditioning, central air, heat pump, furnace, heater, heating system, heating,
  cooling system, boiler, radiator, radiators, fireplace, thermostat, ductwork, ducts, duct, vents, mini split,
  swamp cooler, water heater, hot water heater, tankless water heater, hot water tank, tank, plumbing, pipe, pipes,
  drain, drains, sewer line, sewer, main line, toilet, toilets, faucet, faucets, shower, shower head, shower valve,
  bathtub, tub, sink, sinks, pump, sump pump, well pump, septic tank, septic system, septic, water softener,
  water filter, hose bib, spigot, water line, gas line, sprinkler system, sprinklers, electrical panel, breaker box,
  breaker, circuit breaker, wiring, wires, outlet, outlets, light switch, light fixture, smoke detector,
  smoke detectors, carbon monoxide detector, doorbell, video doorbell, ceiling fan, ceiling fans, exhaust fan,
  attic fan, garage door, garage door opener, garage opener, central vacuum, alarm system, security system,
  refrigerator, fridge, freezer, ice maker, ice machine, water dispenser, dishwasher, range, stove, oven, cooktop,
  stovetop, range hood, microwave, washer, washing machine, clothes washer, dryer, clothes dryer,
  garbage disposal, disposal, trash compactor, pool, pool pump, pool heater, pool filter, hot tub, spa, jacuzzi,
  whirlpool tub, roof, roof leak, solar panels, solar inverter, inverter,
  generator, car charger, electric car charger, ev charger, charger, gutters, fence, deck, elevator, chimney, mold,
  appliance, appliances, unit, outdoor unit, indoor unit, outside unit, window unit, system, air handler
`);

/** The house around the things. It is damaged with them rather than fails: only what is asked in so many words. */
export const HOME_SURFACES = phrases(`
  foundation, slab, floor, floors, flooring, hardwood floor, carpet, ceiling, wall, walls, drywall, cabinet, cabinets,
  tile, tiles, furniture, food, meat
`);

/** Parts, which belong to a thing: "the compressor of the AC". */
export const HOME_PARTS = phrases(`
  compressor, coil, coils, evaporator coil, condenser coil, condenser, blower, blower motor, fan motor, motor, fan,
  capacitor, control board, circuit board, board, igniter, ignitor, pilot light, burner, burners, heating element,
  element, heat exchanger, gas valve, valve, fill valve, flapper, wax ring, gasket, seal, door seal, hose, drain hose,
  filter, filters, refrigerant, freon, coolant, belt, drum, tub valve, relief valve, expansion tank, spring,
  springs, remote, keypad, rack, racks, dish rack, wheels, shelf, shelves, hinge, sensor, timer, drain line, drip pan
`);

/** Words before an item that belong to its name: which one of several. */
export const ITEM_MODIFIERS: ReadonlySet<string> = new Set(
  "second extra other main kitchen garage basement upstairs downstairs bathroom outdoor indoor outside inside old new big little gas electric central portable built-in wall front back master guest hall laundry attic pool well standby tankless wine mini small steam cast-iron hardwood tile video smart whole-house upper lower top bottom first third".split(
    " ",
  ),
);

/** Places after an item that tell it from another of its kind: "the fridge in the garage". */
export const HOME_PLACES: ReadonlySet<string> = new Set(
  "garage basement kitchen attic bathroom bedroom yard backyard closet laundry upstairs downstairs outside hallway hall patio crawlspace crawl shed casita porch office den living dining master guest utility front back room slab foundation house roof pool wall ceiling sink".split(
    " ",
  ),
);
