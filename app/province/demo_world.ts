/**
 * Demo data of a province: who and what is there. The seeder plays it with the real actions, so every row of the
 * demo went the way a real one goes. People are the manuals' own examples or plainly fictitious.
 */
export interface DemoWorld {
  /** last day of the story; the calendar must know it */
  year: number
  organizations: DemoOrganization[]
  staff: DemoStaff[]
  links: { pathSet: string; lower: string; upper: string }[]
  /** bodies that receive initial titles and recognitions (HU-32) */
  receivers?: {
    organization: string
    level: string
    acquisition: string
    printedName: string
    notice?: string
  }[]
  committees: DemoCommittee[]
  experts: DemoExpert[]
  applicants: DemoApplicant[]
  meeting: DemoMeeting
  notices: { title: string; body: string }[]
}

export interface DemoOrganization {
  code: string
  name: string
  kind: string
  parent?: string
  region?: string
  isFinal?: boolean
  printedName?: string
  issuerCode?: string
  attributes?: Record<string, unknown>
}

export interface DemoStaff {
  login: string
  name: string
  organization: string
  roles: string[]
  /** account that stands for a committee */
  committee?: string
  /** shown on the personas page with this hint */
  persona?: string
}

export interface DemoCommittee {
  code: string
  name: string
  level: string
  series: string
  specialties: string[]
  organization: string
  office?: string
  size: number
}

export interface DemoExpert {
  login: string
  name: string
  idNumber: string
  sex: '男' | '女'
  phone: string
  unit: string
  title: string
  level: string
  specialty: string
  committee: string
  /** where experts complete a profile: how far the story goes with this one; approved without it */
  until?: 'draft' | 'pending'
  persona?: string
}

export interface DemoApplicant {
  name: string
  idNumber: string
  phone: string
  login: string
  organization: string
  target: {
    category?: string
    series: string
    specialty: string
    title: string
    mode: string
    acquisition?: string
    evaluationMethod: string
    committee?: string
  }
  /** section → content, as the applicant would type it; required rest is filled by the seeder */
  sections: Record<string, unknown>
  /** how far the story goes with this person */
  until: string
  persona?: string
}

export interface DemoMeeting {
  name: string
  committee: string
  reviewMode: string
  groups: { name: string; leader: string; members: string[] }[]
  chair: string
  viceChairs: string[]
  reporter: string
}
