import { createTransport } from 'nodemailer'
import env from '#start/env'
import type { MessageChannel } from '#province/message_rules'

export interface Outgoing {
  to: string
  title: string
  body: string
  /** the same key is the same message, however often it is tried */
  key: string
}

/** A way out of the house: a mail server, the gateway of an SMS provider. */
export interface Channel {
  name: string
  /** nothing leaves the house; its deliveries are never called sent */
  isTrial: boolean
  /** Answers the provider's reference; throws when it was not taken. */
  send(message: Outgoing): Promise<string>
}

/** Takes every message and sends none: for provinces that have no provider yet, and for trying out. */
export const trialChannel: Channel = {
  name: '演示通道',
  isTrial: true,
  send: async () => '未向外发送',
}

/** Mail over SMTP, `smtp://user:password@host:587`. */
export function smtpChannel(url: string, from: string): Channel {
  const { hostname, port, protocol, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(username && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  return {
    name: 'SMTP',
    isTrial: false,
    async send({ to, title, body, key }) {
      const { messageId } = await transport.sendMail({
        from,
        to,
        subject: title,
        text: body,
        headers: { 'X-Message-Key': key },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      return String(messageId)
    },
  }
}

const channels = new Map<MessageChannel, Channel>()

/** Puts a provider in the place of the trial channel. */
export const useChannel = (id: MessageChannel, channel: Channel) => channels.set(id, channel)

export function channelOf(id: MessageChannel): Channel {
  const known = channels.get(id)
  if (known) return known
  const url = id === 'email' ? env.get('SMTP_URL') : undefined
  const made = url ? smtpChannel(url.release(), env.get('MAIL_FROM', '')) : trialChannel
  channels.set(id, made)
  return made
}
