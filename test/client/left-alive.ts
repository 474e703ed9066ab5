// Source text appended to a program that prints the timers and connections that would keep the process alive.

/** Turns of the event loop release closed connections, but fire no timers. */
export const printLeftAlive = `
  const alive = () => process.getActiveResourcesInfo().filter((kind) => /Timeout|TCP|Connect|AddrInfo/.test(kind));
  for (let turns = 0; alive().length > 0 && turns < 100; turns += 1) await new Promise(setImmediate);
  console.log(alive());
`;
