/** Where values stand without a neighbour: a line would not show them. Ascending positions. */
export function alone(values: ArrayLike<number | null | undefined> | undefined): number[] {
  const found: number[] = [];
  const there = (n: number) => (values?.[n] ?? null) !== null;
  for (let n = 0; n < (values?.length ?? 0); n++) if (there(n) && !there(n - 1) && !there(n + 1)) found.push(n);
  return found;
}
