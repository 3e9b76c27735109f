import { Tag } from 'antd'

export const CERTIFICATE_STATES: Record<string, [string, string]> = {
  issued: ['有效', 'success'],
  revoked: ['已撤销', 'error'],
  replaced: ['已换发', 'default'],
}

/** Whether a certificate is in force, in a word. */
export function CertificateState({ status }: { status: string }) {
  const [label, color] = CERTIFICATE_STATES[status] ?? ['处理中', 'processing']
  return (
    <Tag color={color} variant="filled">
      {label}
    </Tag>
  )
}
