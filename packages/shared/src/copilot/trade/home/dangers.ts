/** What endangers people, and what is said first. */
export const DANGERS = `
gas smell = smell gas, smells like gas, smell of gas, gas leak, rotten eggs, smelling gas, gas odor, hear gas hissing | first: Please leave the home now, do not touch any switch, and call the gas company or 911 from outside.
carbon monoxide danger = co detector went off, co alarm, carbon monoxide detector went off, carbon monoxide alarm, carbon monoxide detector is going off, co detector is going off, monoxide alarm is going off | first: Please get everybody out into fresh air now and call 911.
electrical smoke = smoke coming out of the outlet, smoke from the outlet, burning smell, smell burning, smells like burning, smoke coming from the panel, smoke coming from the wall, smoke coming out of the breaker, smoke coming out of the wall, outlet is smoking, sparks from the outlet, sparks coming out, outlet sparked, outlet is sparking, smoke coming out of the socket, smell smoke, outlet is hot, outlet melted | first: Please stay away from it, switch off the power at the main breaker if you can do so safely, and call 911 if you see smoke or flames.
house on fire = on fire, there is a fire, caught fire, flames | first: Please leave the home now and call 911.
electric shock = got shocked, shocked me, electrocuted, got a shock | first: Please do not touch it again and switch off its breaker if you can do so safely.
water near electricity = water in the light, water coming through the light, water dripping on the outlet, water near the outlet, water in the breaker box, water in the panel, water by the outlet, water on the outlet, water coming out of the light fixture | first: Please stay out of the water, and switch off the power at the main breaker only if you can reach it without stepping into water.
bare wires = exposed wires, bare wire, live wire, wires hanging | first: Please keep everybody away from the wires and switch off their breaker if you can do so safely.
falling ceiling = ceiling is coming down, ceiling is falling, ceiling is sagging, ceiling about to fall | first: Please keep everybody out of that room until somebody has looked at the ceiling.
`;
