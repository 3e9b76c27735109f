export type ExpertCard = {
  id: number
  name: string
  sex: string | null
  idNumber: string
  phone: string | null
  unit: string
  title: string
  specialty: string
  status: string
  submittedAt: string | null
  decidedAt: string | null
  decidedBy: string | null
  opinion: string | null
}

/** Status of an expert's profile: words and colour of the tag. */
export const EXPERT_STATUS: Record<string, [string, string]> = {
  draft: ['待完善', 'default'],
  pending: ['待审核', 'warning'],
  approved: ['审核通过', 'success'],
  refused: ['审核不通过', 'error'],
}
