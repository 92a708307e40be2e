/** What is damaged or lost through a failure, and what a repair leaves behind. */
export const LOSSES = `
floor = flooring, hardwood, hardwood floor, wood floor, laminate, laminate floor, floors, floorboard, linoleum, vinyl floor, kitchen floor, subfloor | in: consequential damage, property damage, secondary damage
carpet = rug, carpeting | in: consequential damage, property damage, secondary damage
wall = drywall, sheetrock, plaster, plasterboard, walls, wallboard | in: consequential damage, property damage, secondary damage
ceiling = ceilings, ceiling damage, ceiling stain, stain on ceiling | in: consequential damage, property damage, secondary damage
cabinet = cabinets, cabinetry, cupboard, vanity | in: consequential damage, property damage, secondary damage
countertop = counter top, counters, granite | in: consequential damage, property damage
tile = tiles, my tile, bathroom tile, backsplash | in: property damage
paint = painting, repaint, wallpaper | in: property damage
clothing = clothes, shirt, shirts, laundry load, garment, sweater, pants, jeans | in: personal property, consequential damage
food = groceries, meat, deer meat, milk, spoiled food, food spoilage, food loss, lost food, food that spoils, spoilage, meat went bad, freezer full of food | in: consequential damage
furniture = couch, sofa, mattress, bed, dresser, table | in: personal property, property damage, consequential damage
electronics damage = my tv, computer, laptop | in: personal property, property damage
personal property = belongings, my stuff, personal belongings, contents, personal items, possessions | in: consequential damage, secondary damage
wages = lost wages, lost wage, day off work, days off work, days off, missed work, time off work, loss of income, lost income, took off work | in: consequential damage
hotel = temporary housing, alternative accommodation, hotel nights, hotel night, motel, hotel room, holiday inn, place to stay, lodging, additional living expense, additional living expenses, living expense | in: consequential damage, living expenses | stay: yes
utility bill = water bill, utility bills, electric bill, gas bill, power bill, higher bill | in: consequential damage
mold = mould, mildew, mold remediation, mold removal, removal of mold, black mold | in: consequential damage, hazardous material
asbestos = lead paint, radon, asbestos removal | in: hazardous material
water damage = damage from water, water damaged, flood damage, damage that water does, water damage to the home | in: consequential damage, secondary damage, property damage
yard = lawn, landscaping, driveway, garden | in: property damage
consequential damage = consequential loss, secondary damage, resulting damage, consequential or secondary damage, loss or damage that follows, indirect loss, incidental damage, indirect damage, consequential losses, collateral damage
property damage = damage to your home or belongings, damage to the home or belongings, damage to your house, damage to your house or belongings, damage to property, damage to your home
`;
