/**
 * Place of a case in the queue: harm first, then how many independent people met it. Sources count
 * by the smaller of volunteers and networks, and by their logarithm: a hundred accounts of one
 * network are one source, and a popular lure does not hide a worse one.
 * @param harm of the scheme, 1 to 10, as the rules say
 * @returns a whole number, the higher the sooner
 */
export function rankOf(harm: number, volunteers: number, networks: number): number {
  const sources = Math.max(1, Math.min(volunteers, networks));
  return Math.round(harm * 1_000 * (1 + Math.log2(sources)));
}
