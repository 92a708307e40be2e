/** Words that name a thing only together with the talk around them. */
export const VAGUE = `
unit = units | empty: yes
system = systems | empty: yes
machine = | empty: yes
thing = things | empty: yes
appliance = appliances | empty: yes
equipment = | empty: yes
line = lines
pump = pumps
motor = motors
tank =
valve = valves
board =
fan = fans
panel =
hose = hoses
heater = heaters
part = parts, component, components | empty: yes
repair = | empty: yes
item = items | empty: yes
home warranty = warranty, agreement, contract, home service contract, home warrantee | empty: yes
limit = cap, maximum, max | empty: yes
add on = add-on, option, optional coverage, extra coverage | empty: yes
agreement term = contract year, contract term | empty: yes
home inspection = inspection, inspector | empty: yes
service contractor = technician, tech, repair man, repairman, contractor, your guy, service man, plumber, electrician
`;
