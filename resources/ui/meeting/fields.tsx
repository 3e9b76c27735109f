import { DatePicker, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { must } from '~/ui/must'

interface Told {
  startsOn: string
  endsOn: string
}

/** When, where, who: what of a meeting may change until it begins. */
export const MeetingFields = () => (
  <>
    <Form.Item name="startsOn" label="开始时间" rules={must('开始时间', '选择')}>
      <DatePicker style={{ width: '100%' }} />
    </Form.Item>
    <Form.Item name="endsOn" label="结束时间" rules={must('结束时间', '选择')}>
      <DatePicker style={{ width: '100%' }} />
    </Form.Item>
    <Form.Item name="place" label="评审地址" rules={must('评审地址')}>
      <Input maxLength={200} />
    </Form.Item>
    <Form.Item name="staff" label="工作人员">
      <Input maxLength={200} />
    </Form.Item>
    <Form.Item name="note" label="简述">
      <Input maxLength={500} />
    </Form.Item>
  </>
)

export const MeetingName = () => (
  <Form.Item name="name" label="会议名称" rules={must('会议名称')}>
    <Input maxLength={100} />
  </Form.Item>
)

const day = (value: unknown) => (value as Dayjs | undefined)?.format('YYYY-MM-DD')

/** Days as the server takes them, and as the form holds them. */
export const meetingBody = (values: Record<string, unknown>) => ({
  ...values,
  startsOn: day(values.startsOn),
  endsOn: day(values.endsOn),
})
export const meetingInitial = <T extends Told>(meeting: T) => ({
  ...meeting,
  startsOn: dayjs(meeting.startsOn),
  endsOn: dayjs(meeting.endsOn),
})
