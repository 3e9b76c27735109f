import router from '@adonisjs/core/services/router'
import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

const Deliveries = () => import('#notifications/controllers/deliveries_controller')
const Messages = () => import('#notifications/controllers/messages_controller')

declareAbilities({ 'messages.manage': '短信与邮件发送记录' })
declareMenu({
  group: '系统',
  label: '短信与邮件',
  path: '/message-deliveries',
  ability: 'messages.manage',
  order: 901,
})

router.get('/messages', [Messages, 'index']).as('messages.index').ability('signed_in')
router.get('/messages/unread', [Messages, 'unread']).as('messages.unread').ability('signed_in')
router.post('/messages/read', [Messages, 'readAll']).as('messages.read').ability('signed_in')
router
  .get('/messages/:id', [Messages, 'open'])
  .as('messages.open')
  .where('id', router.matchers.number())
  .ability('signed_in')
router.post('/messages/email', [Deliveries, 'email']).as('messages.email').ability('signed_in')
router
  .get('/message-deliveries', [Deliveries, 'index'])
  .as('deliveries.index')
  .ability('messages.manage')
router
  .post('/message-deliveries/:id/resend', [Deliveries, 'resend'])
  .as('deliveries.resend')
  .where('id', router.matchers.number())
  .ability('messages.manage')
