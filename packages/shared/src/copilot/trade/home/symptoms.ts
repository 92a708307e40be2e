/** How callers say that a thing has failed. */
export const SYMPTOMS = `
leaking = puddle, leaves a puddle, wet underneath, soaked, spraying, gushing, pouring, spewing, trickling, leak, leaks, leaked, dripping, drips, drip, leakin, seeping, weeping, weepin, puddle under, water coming out, water all over, water everywhere, water coming, water is coming, water running, dribble
dead = has a red light, red light, is blank, blank screen, nothing happens, no response, unresponsive, has no power, is off, light is off, not charging, crapped, took a dump, gave up, giving out, on its last legs, died, is dead, went dead, quit, quit working, quits, stopped, stopped working, went out, gave out, conked out, crapped out, kicked the bucket, is out, is shot, shot, kaput, bit the dust, went black, no power to it, not working, will not work, does not work, do not work, did not work, not work, is down, went down, went bad, go bad, is bad, is toast, is busted, busted, bust
broken = took out, knocked out, killed, wiped out, shorted out, broke, breaks, broken down, broke down, snapped, cracked, crack, cracks, shattered, torn, tear in it, came apart, fell off, fell apart, came loose, bent, split, burst, busted pipe
will not start = will not turn on, does not turn on, not turn on, will not come on, not come on, will not light, not light, will not ignite, will not start up, no spark, will not kick on, will not fire up
not cooling = not cold, not cool, will not cool, is warm, went warm, blowing warm, blowing hot, warm air, hot air, not getting cold, is not cold
not heating = will not bake, not baking, takes forever, takes hours, takes like, never heated, keeps going out, goes out, stopped heating, will not heat, not hot, no heat, blowing cold, cold air, quit heating, not get hot, not get warm, will not get warm, no hot water, only cold water
will not drain = blockage, blockages, is slow, real slow, drains slow, slow to drain, draining slow, barely drains, goes down slow, not drain, will not drain, backed up, backs up, backing up, clogged, clog, stopped up, plugged up, blocked, overflowing, overflowed, overflow, stoppage, slow drain | of: drain
running = will not stop running, keeps running, runs and runs, runs all night, wont stop running, will not shut off, will not stop, hissing
noisy = screaming, howling, whining, knocking, thumping, wobbles, wobbling, vibrating, shaking, shakes, ticking, popping, making noise, makes noise, making a noise, noise, racket, grinding, squealing, humming, hums, just hums, buzzing, banging, rattling, clicking, clicks, chirping, screeching, loud
stuck = comes back down, goes up and comes back, will not go up, will not lift, gets stuck, hung, binds, jammed, jams, jammed up, seized, seized up, frozen shut, will not open, will not close, will not move, not open, not close, not spin, do not spin, will not spin, will not go down, will not budge, acting up, is acting up, timer stuck
tripping = trips, keeps tripping, tripped, trips the breaker, will not stay on, blows fuses
burned = burned up, burnt out, burned out, burning up, fried, smoking, smoke coming out, burned, burnt, sparks, sparking
weak = no suction, has no, no power, no pressure, no water, no sound, no signal, no light, no spin
low = low on freon, low on refrigerant
flickering = flicker, flickers, blinking
faulty = smells, smells bad, stinks, stink, weird, erratic, will not hold, keeps shutting off, keeps stopping, keeps turning off, cycles, not right, wrong with, does not sound right, malfunction, malfunctioning, defective, failed, fails, failing, failure, problem with, trouble with, trouble, issue with, messed up, messing up, on the fritz, haywire, error code, shut down, shutting off, shuts off, cutting out, losing pressure
`;
