export const JOB_STATES: Record<string, string> = {
  queued: '等待执行',
  running: '正在执行',
  done: '已完成',
  failed: '未成功',
}
