import router from '@adonisjs/core/services/router'

const Messages = () => import('#notifications/controllers/messages_controller')

router.get('/messages', [Messages, 'index']).as('messages.index').ability('signed_in')
router.get('/messages/unread', [Messages, 'unread']).as('messages.unread').ability('signed_in')
router.post('/messages/read', [Messages, 'readAll']).as('messages.read').ability('signed_in')
router
  .get('/messages/:id', [Messages, 'open'])
  .as('messages.open')
  .where('id', router.matchers.number())
  .ability('signed_in')
