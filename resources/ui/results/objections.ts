export const OBJECTION_STATUS: Record<string, [string, string]> = {
  received: ['待受理', 'warning'],
  handling: ['核查中', 'processing'],
  checked: ['待处理', 'processing'],
  decided: ['已处理', 'success'],
  dismissed: ['不予受理', 'default'],
}
export const OBJECTION_SOURCE: Record<string, string> = {
  public: '公众反映',
  office: '机构转入',
}
