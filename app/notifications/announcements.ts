import type { CommandType } from '#lifecycle/commands'
import type { Stage } from '#lifecycle/stages'
import { sentence } from '#web/sentence'

/** An event of an application as its applicant is told of it. */
export interface Announced {
  type: CommandType
  stageAfter: Stage
  payload: Record<string, string | undefined>
}

export interface Announcement {
  title: string
  body: string
}

/** Words for the applicant; null where he is not concerned. No names of persons in bodies, no result before its time. */
export function announcementOf({ type, stageAfter, payload }: Announced): Announcement | null {
  const because = payload.reason ? `原因：${sentence(payload.reason)}` : ''
  switch (type) {
    case 'return':
      return stageAfter === 'returned'
        ? {
            title: '您的申报材料需要补正',
            body: `审核意见：${sentence(payload.opinion ?? '')}请于 ${payload.dueOn} 前修改后重新提交，逾期视为放弃申报。`,
          }
        : null
    case 'approve':
      return stageAfter === 'qualified'
        ? { title: '您已通过资格审核', body: '您的申报已进入待评审，请留意评审安排。' }
        : null
    case 'give_up':
      return { title: '您的申报已登记为放弃', body: because }
    case 'expire':
      return {
        title: '您的申报因逾期未补正已视为放弃',
        body: `补正期限为 ${payload.dueOn}。如有正当理由，请联系所在单位申请延期。`,
      }
    case 'extend':
      return {
        title: '您的补正期限已延长',
        body: `请于 ${payload.dueOn} 前修改后重新提交。${because}`,
      }
    case 'change_committee':
      return { title: '您的评审委员会有调整', body: because }
    case 'open_publicity':
      return {
        title: '您的评审结果正在公示',
        body: `公示时间为 ${payload.startsOn} 至 ${payload.endsOn}。`,
      }
    case 'refuse_result':
      return { title: '您本次评审未通过', body: because }
    case 'object':
      return {
        title: '您的评审结果公示收到反映',
        body: '受理机构正在核查，核查结果会另行通知您。',
      }
    case 'resolve_objection':
      return {
        title: stageAfter === 'not_passed' ? '核查结束，取消评审结果' : '核查结束，维持评审结果',
        body: because,
      }
    case 'close_publicity':
      return { title: '公示期满，您已通过评审', body: '证书生成后会通知您下载。' }
    case 'confirm':
      return { title: '您的任职资格已确认', body: '证书生成后会通知您下载。' }
    case 'certify':
      return { title: '您的职称电子证书已生成', body: '请在“我的申报”中查看、下载和打印。' }
    case 'revoke':
      return { title: '您的职称证书已撤销', body: because }
    case 'rollback':
      return { title: '您的申报退回到上一环节', body: because }
    default:
      return null
  }
}
