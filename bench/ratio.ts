/** Two measurements of one run; the ratio is what counts, the machine drops out. */
export interface Ratio {
  name: string
  /** what is measured, e.g. `requests/s` */
  unit: string
  ours: number
  theirs: number
  /** ours ÷ theirs */
  ratio: number
  /** e.g. `≥ 0.7` */
  aim: string
  /** whether the aim was met */
  met: boolean
}

export const atLeast = (
  aim: number,
  { name, unit, ours, theirs }: Pick<Ratio, 'name' | 'unit' | 'ours' | 'theirs'>
): Ratio => {
  const ratio = ours / theirs
  return { name, unit, ours, theirs, ratio, aim: `≥ ${aim}`, met: ratio >= aim }
}

export const atMost = (
  aim: number,
  { name, unit, ours, theirs }: Pick<Ratio, 'name' | 'unit' | 'ours' | 'theirs'>
): Ratio => {
  const ratio = ours / theirs
  return { name, unit, ours, theirs, ratio, aim: `≤ ${aim}`, met: ratio <= aim }
}
