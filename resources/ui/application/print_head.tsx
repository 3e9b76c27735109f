import type { Card } from '../../pages/applicant/applications/index'

/** What stands above the form on paper. */
export function PrintHead({
  application,
  submittedAt,
}: {
  application: Card
  submittedAt: string | null
}) {
  return (
    <header className="print-only">
      <h1>职称申报表</h1>
      <table className="print-facts">
        <tbody>
          <tr>
            <th>姓名</th>
            <td>{application.name}</td>
            <th>申报单位</th>
            <td>{application.unit}</td>
          </tr>
          <tr>
            <th>申报职称</th>
            <td>
              {application.title}（{application.level}）
            </td>
            <th>系列、专业</th>
            <td>
              {application.series}　{application.specialty}
            </td>
          </tr>
          <tr>
            <th>申报编号</th>
            <td>{application.code}</td>
            <th>提交时间</th>
            <td>{submittedAt ?? '尚未提交'}</td>
          </tr>
        </tbody>
      </table>
    </header>
  )
}
