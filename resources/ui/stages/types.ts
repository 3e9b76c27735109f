import { CHOICES, INTENTIONS } from '#evaluations/words'
import type { Paged } from '../data_table'

export type StageRow = {
  id: number
  version: number
  blocked: string | null
  settled: string | null
  returned: string | null
  done: boolean
  values: Record<string, string | number | null>
  own: {
    items: Record<string, number> | null
    choice: string | null
    opinion: string | null
    decision: string | null
    took: boolean
    /** his provisional vote, before a named one */
    intended?: { choice: string | null; opinion: string | null }
  }
  meetingId: number
}

/** A member as the dialogs of assigning and of the roll show him. */
export type MemberPerson = {
  id: number
  name: string
  office: string | null
  isLeader: boolean
  idType: string
  idNumber: string
  phone: string
  sex: string
  unit: string
  title: string
  level: string
  specialty: string
  group: string | null
  onRoll: boolean
  load: number
}

/** How a specialty stands: results once counted, and how many of the votes due are in. */
export type SpecialtyCount = {
  specialty: string
  count: number
  passed: number
  notPassed: number
  due?: number
  cast?: number
}

/** What every page of a stage gets. */
export type StageFrame = {
  meeting: { id: number; name: string; status: string }
  stages: { id: string; label: string; done: number; total: number }[]
  stage: {
    id: string
    label: string
    primitive: string
    scope: string
    subject: string | null
    ballot: string | null
    blind: boolean
    /** what is meant here goes when the secret vote opens */
    forgotten: boolean
    per: string
    who: string
    columns: string[]
  }
  mine: { done: number; total: number }
  sheet: { id: string; label: string; max: number }[]
}

export type StagePage = StageFrame & {
  rows: Paged<StageRow>
  filters: Record<string, string | undefined>
  specialties: string[]
  /** cases that still wait for the reader */
  open: number
  members: { id: number; name: string; groupId: number | null; isLeader: boolean }[]
  people: MemberPerson[]
  groups: { id: number; name: string }[]
  /** the last round was declared void and its next is not counted yet */
  voided: string | null
  blocked: string | null
  counts: {
    phase: string
    voted: number
    notVoted: number
    waiting: string[]
    opened: boolean
    closed: boolean
    secret: boolean
    roll: number
    quorum: number | null
    /** yes votes a case needs when nobody avoids it */
    needed: number | null
    bySpecialty: SpecialtyCount[]
    blocked: string | null
  } | null
  spread: {
    stage: string
    member: string
    count: number
    mean: string
    lowest: string
    highest: string
    deviation: string | null
    apart: boolean
  }[]
  scopeDone: boolean
  committeeSize: number
  quorum: { numerator: number; denominator: number }
}

const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

export const choicesOf = (primitive: string) =>
  optionsOf(primitive === 'provisional_vote' ? INTENTIONS : CHOICES)
export const wordOf = (primitive: string, choice: string | null) =>
  choicesOf(primitive).find(({ value }) => value === choice)?.label ?? null

/** Where the pages and commands of a meeting's stages are, for its experts and for its office. */
export const stageBase = (kind: string | undefined, meetingId: number) =>
  `${kind === 'expert' ? '/expert' : ''}/meetings/${meetingId}/stages`
