export const DOCUMENT_STATUS: Record<string, [string, string]> = {
  draft: ['草稿', 'default'],
  issued: ['已确定发文，待上报', 'warning'],
  reported: ['审查中', 'processing'],
  approved: ['审查通过', 'success'],
  returned: ['已退回', 'error'],
}

export const DOCUMENT_EVENTS: Record<string, string> = {
  create: '创建发文文件',
  issue: '确定发文',
  reopen: '退回草稿修改',
  report: '上报',
  approve: '审查通过',
  return: '退回',
}
