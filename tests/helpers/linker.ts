import type { Choice } from '#evaluations/acts/judge'

/** Who voted: his ids and names, as a trace may have them. */
export interface Voter {
  id: number
  marks: RegExp[]
}

/** A case of a ballot with what was really chosen; known to the test alone. */
export interface PlayedCase {
  marks: RegExp[]
  choices: Map<number, Choice>
}

export interface PlayedBallot {
  /** in the order in which they voted, which an onlooker may know */
  voters: Voter[]
  cases: PlayedCase[]
}

/** Something that is left of the votes: a table, a log, a page. Records in the order in which one finds them. */
export interface Trace {
  where: string
  records: string[]
}

export interface Link {
  attack: string
  /** how far above chance, in standard deviations */
  sigma: number
  tried: number
}

/** Above this a link is no accident: among some thousand attacks it happens by chance once in ten thousand runs. */
export const BEYOND_CHANCE = 5.5

const WORD = /\b(yes|no|abstain)\b|(不?同意|反对|弃权)(?!票)/g
const MEANT: Record<string, Choice> = { 同意: 'yes', 不同意: 'no', 反对: 'no', 弃权: 'abstain' }

/** The words of a choice in a record, as they follow each other. */
const choicesIn = (record: string): Choice[] =>
  [...record.matchAll(WORD)].map(([word]) => MEANT[word] ?? (word as Choice))
const named = (marks: RegExp[], record: string) => marks.some((mark) => mark.test(record))

/** Sums one attack over all cases against what the same guesses would hit if choices were dealt out at random. */
class Score {
  #hits = 0
  #expected = 0
  #variance = 0
  tried = 0

  /** `worth(voter, choice)`: what the attack gains if that voter made that choice. */
  add(ballot: PlayedBallot, one: PlayedCase, worth: (voter: Voter, choice: Choice) => number) {
    const { voters } = ballot
    const choices = voters.map(({ id }) => one.choices.get(id)!)
    const table = voters.map((voter) => choices.map((choice) => worth(voter, choice)))
    const n = voters.length
    const sum = (values: number[]) => values.reduce((all, value) => all + value, 0)
    const rows = table.map((row) => sum(row) / n)
    const columns = choices.map((_, at) => sum(table.map((row) => row[at])) / n)
    const mean = sum(rows) / n
    this.#hits += sum(table.map((row, at) => row[at]))
    this.#expected += n * mean
    // the variance of a sum over a random permutation (Hoeffding 1951)
    this.#variance +=
      sum(
        table.map((row, at) =>
          sum(row.map((value, to) => (value - rows[at] - columns[to] + mean) ** 2))
        )
      ) /
      (n - 1)
    this.tried++
  }

  get sigma() {
    return this.#variance > 0 ? (this.#hits - this.#expected) / Math.sqrt(this.#variance) : 0
  }
}

/**
 * An onlooker with every trace of some closed ballots, who tries to tell who chose what. He goes by what stands together,
 * by the order of things, and by amounts: how many, how long, how high, how late. Answers his attacks, the best first.
 */
export function link(ballots: PlayedBallot[], traces: Trace[]): Link[] {
  const scores = new Map<string, Score>()
  const scoreOf = (attack: string) => {
    const score = scores.get(attack) ?? new Score()
    scores.set(attack, score)
    return score
  }
  for (const trace of traces)
    for (const ballot of ballots) {
      const read = trace.records.map((record) => readBy(ballot, record))
      together(ballot, trace.where, read, scoreOf)
      byOrder(ballot, trace.where, read, scoreOf)
      byAmount(ballot, trace.where, read, scoreOf)
    }
  return [...scores]
    .map(([attack, score]) => ({ attack, sigma: Math.abs(score.sigma), tried: score.tried }))
    .sort((a, b) => b.sigma - a.sigma)
}

/** Those by which a choice is found oftener than chance would have it. */
export const linksFound = (ballots: PlayedBallot[], traces: Trace[]) =>
  link(ballots, traces).filter(({ sigma }) => sigma > BEYOND_CHANCE)

type ScoreOf = (attack: string) => Score

/** A record as who knows a ballot reads it: its one voter, its choices, the one if it has no other, what it is about. */
interface Read {
  record: string
  voter: Voter | null
  choices: Choice[]
  choice: Choice | null
  about: PlayedCase[]
}

function readBy({ voters, cases }: PlayedBallot, record: string): Read {
  const met = voters.filter(({ marks }) => named(marks, record))
  const choices = choicesIn(record)
  return {
    record,
    voter: met.length === 1 ? met[0] : null,
    choices,
    choice: new Set(choices).size === 1 ? choices[0] : null,
    about: cases.filter(({ marks }) => named(marks, record)),
  }
}

/** One voter and one choice in the same record; or one voter and a choice for each case. */
function together(ballot: PlayedBallot, where: string, read: Read[], scoreOf: ScoreOf) {
  const guesses = ballot.cases.map(() => new Map<number, Record<Choice, number>>())
  for (const { voter, choice, choices, about } of read) {
    // said once, or several times over as an error says its statement in message and stack
    const each = choices.length > 0 && choices.length % ballot.cases.length === 0
    if (!voter || !(choice || each)) continue
    ballot.cases.forEach((one, index) => {
      if (!each && about.length > 0 && !about.includes(one)) return
      const guess = guesses[index].get(voter.id) ?? { yes: 0, no: 0, abstain: 0 }
      guess[each ? choices[index] : choice!]++
      guesses[index].set(voter.id, guess)
    })
  }
  ballot.cases.forEach((one, index) => {
    if (guesses[index].size === 0) return
    scoreOf(`${where}: together`).add(ballot, one, ({ id }, choice) => {
      const guess = guesses[index].get(id)
      return guess && guess[choice] > 0 && guess[choice] === Math.max(...Object.values(guess))
        ? 1
        : 0
    })
  })
}

/** As many choices on a case as voters: the first is the first voter's, or the one with the lowest number's. */
function byOrder(ballot: PlayedBallot, where: string, read: Read[], scoreOf: ScoreOf) {
  const orders = { voted: ballot.voters, number: ballot.voters.toSorted((a, b) => a.id - b.id) }
  for (const one of ballot.cases) {
    const choices = read
      .filter(({ about }) => about.includes(one))
      .map(({ choice }) => choice)
      .filter((choice) => choice !== null)
    if (choices.length !== ballot.voters.length) continue
    for (const [order, voters] of Object.entries(orders))
      for (const [way, sequence] of [
        ['', choices],
        [' backwards', choices.toReversed()],
      ] as const) {
        const guess = new Map(voters.map(({ id }, at) => [id, sequence[at]]))
        scoreOf(`${where}: order of ${order}${way}`).add(ballot, one, ({ id }, choice) =>
          guess.get(id) === choice ? 1 : 0
        )
      }
  }
}

const NUMBER = /"([a-z_]+)":"?(\d{4}-\d\d-\d\dT[\d:.]+Z|-?\d+(?:\.\d+)?)\b/gi
const SIGN: Record<Choice, number> = { yes: 1, abstain: 0, no: -1 }

/** What is known of each voter as a number, against a yes or a no. */
function byAmount(ballot: PlayedBallot, where: string, read: Read[], scoreOf: ScoreOf) {
  const amounts = new Map<string, Map<number, number>>()
  const set = (amount: string, id: number, change: (known: number) => number) => {
    const values = amounts.get(amount) ?? new Map<number, number>()
    amounts.set(amount, values.set(id, change(values.get(id) ?? 0)))
  }
  for (const { record, voter, choices } of read) {
    if (!voter) continue
    const { id } = voter
    for (const choice of choices) set(`how many ${choice}`, id, (known) => known + 1)
    set('how many', id, (known) => known + 1)
    set('how long', id, (known) => known + record.length)
    for (const [, key, value] of record.matchAll(NUMBER)) {
      const number = value.includes('T') ? Date.parse(value) : Number(value)
      set(`most ${key}`, id, (known) => Math.max(known, number))
      set(`sum of ${key}`, id, (known) => known + number)
    }
  }
  for (const [amount, values] of amounts) {
    if (values.size !== ballot.voters.length || new Set(values.values()).size === 1) continue
    const sorted = [...values.values()].sort((a, b) => a - b)
    const rank = (id: number) =>
      (sorted.indexOf(values.get(id)!) + sorted.lastIndexOf(values.get(id)!)) / 2
    for (const one of ballot.cases)
      scoreOf(`${where}: ${amount}`).add(ballot, one, ({ id }, choice) => rank(id) * SIGN[choice])
  }
}
