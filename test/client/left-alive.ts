// Text of a program's end that prints what would keep the process alive: timers and connections.

/** Turns of the event loop let closed connections go; no timer fires because of them. */
export const printLeftAlive = `
  const alive = () => process.getActiveResourcesInfo().filter((kind) => /Timeout|TCP|Connect|AddrInfo/.test(kind));
  for (let turns = 0; alive().length > 0 && turns < 100; turns += 1) await new Promise(setImmediate);
  console.log(alive());
`;
