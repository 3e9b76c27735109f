import router from '@adonisjs/core/services/router'
import '#evaluations/abilities'
import '#evaluations/plans/routes'

const Meetings = () => import('#evaluations/controllers/meetings_controller')
const Workspace = () => import('#evaluations/controllers/workspace_controller')
const Office = () => import('#evaluations/controllers/office_controller')
const id = router.matchers.number()
const manage = 'meetings.manage'

router.get('/meetings', [Meetings, 'index']).as('meetings.index').ability(manage)
router.post('/meetings', [Meetings, 'store']).as('meetings.store').ability(manage)
router.get('/meetings/:id', [Meetings, 'show']).as('meetings.show').where('id', id).ability(manage)
router
  .put('/meetings/:id', [Meetings, 'update'])
  .as('meetings.update')
  .where('id', id)
  .ability(manage)
router
  .delete('/meetings/:id', [Meetings, 'destroy'])
  .as('meetings.destroy')
  .where('id', id)
  .ability(manage)
router
  .put('/meetings/:id/groups/:group', [Meetings, 'changeGroup'])
  .as('meetings.groups.update')
  .where('id', id)
  .where('group', id)
  .ability(manage)
router
  .delete('/meetings/:id/groups/:group', [Meetings, 'removeGroup'])
  .as('meetings.groups.destroy')
  .where('id', id)
  .where('group', id)
  .ability(manage)
router
  .post('/meetings/:id/groups', [Meetings, 'addGroup'])
  .as('meetings.groups')
  .where('id', id)
  .ability(manage)
router
  .post('/meetings/:id/members', [Meetings, 'setMember'])
  .as('meetings.members')
  .where('id', id)
  .ability(manage)
router
  .post('/meetings/:id/cases', [Meetings, 'addCases'])
  .as('meetings.cases')
  .where('id', id)
  .ability(manage)
router
  .post('/meetings/:id/cases/group', [Meetings, 'groupCases'])
  .as('meetings.cases.group')
  .where('id', id)
  .ability(manage)
router
  .post('/meetings/:id/sheet', [Meetings, 'setSheet'])
  .as('meetings.sheet')
  .where('id', id)
  .ability(manage)
router
  .post('/meetings/:id/start', [Meetings, 'start'])
  .as('meetings.start')
  .where('id', id)
  .ability(manage)
router
  .get('/meetings/:id/stages/:stage', [Workspace, 'show'])
  .as('meetings.stage')
  .where('id', id)
  .ability(manage)
router
  .post('/meetings/:id/stages/:stage', [Workspace, 'act'])
  .as('meetings.stage.act')
  .where('id', id)
  .ability(manage)

router.get('/expert', [Workspace, 'index']).as('expert.index').ability('evaluations.work')
router
  .post('/expert/meetings/:id/pledge', [Workspace, 'pledge'])
  .as('expert.pledge')
  .where('id', id)
  .ability('evaluations.work')
router
  .get('/expert/meetings/:id/stages/:stage', [Workspace, 'show'])
  .as('expert.stage')
  .where('id', id)
  .ability('evaluations.work')
router
  .post('/expert/meetings/:id/stages/:stage', [Workspace, 'act'])
  .as('expert.stage.act')
  .where('id', id)
  .ability('evaluations.work')
router
  .get('/expert/meetings/:id/cases/:case', [Workspace, 'file'])
  .as('expert.file')
  .where('id', id)
  .ability('evaluations.work')
router
  .get('/expert/meetings/:id/stages/:stage/cases/:case', [Workspace, 'desk'])
  .as('expert.desk')
  .where('id', id)
  .where('case', id)
  .ability('evaluations.work')
router
  .put('/expert/meetings/:id/cases/:case/note', [Workspace, 'note'])
  .as('expert.note')
  .where('id', id)
  .where('case', id)
  .ability('evaluations.work')
router
  .post('/expert/meetings/:id/avoidances', [Workspace, 'avoid'])
  .as('expert.avoid')
  .where('id', id)
  .ability('evaluations.work')
router
  .get('/expert/meetings/:id/results', [Office, 'results'])
  .as('expert.results')
  .where('id', id)
  .ability('evaluations.work')

router
  .get('/expert/meetings/:id/results/export', [Office, 'exportResults'])
  .as('expert.results.export')
  .where('id', id)
  .ability('evaluations.work')

router
  .get('/meetings/:id/results', [Office, 'results'])
  .as('meetings.results')
  .where('id', id)
  .ability(manage)
router
  .get('/meetings/:id/results/export', [Office, 'exportResults'])
  .as('meetings.results.export')
  .where('id', id)
  .ability(manage)
router
  .get('/meetings/:id/stages/:stage/export', [Workspace, 'export'])
  .as('meetings.stage.export')
  .where('id', id)
  .ability(manage)
router
  .get('/expert/meetings/:id/stages/:stage/export', [Workspace, 'export'])
  .as('expert.stage.export')
  .where('id', id)
  .ability('evaluations.work')
router
  .get('/meetings/:id/minutes', [Office, 'minutes'])
  .as('meetings.minutes')
  .where('id', id)
  .ability(manage)
router
  .delete('/meetings/:id/avoidances/:avoidance', [Office, 'lift'])
  .as('meetings.avoidances.lift')
  .where('id', id)
  .where('avoidance', id)
  .ability(manage)
const COMMANDS = [
  ['leave', 'leave'],
  ['return', 'comeBack'],
  ['duty', 'duty'],
  ['slips', 'slips'],
  ['avoidances', 'avoid'],
  ['interviews', 'interview'],
  ['interviews/arrange', 'arrange'],
  ['results', 'enterResults'],
  ['results/report', 'reportResults'],
  ['undo', 'undo'],
  ['undo/decide', 'decideUndo'],
  ['cases/remove', 'removeCase'],
  ['members/all', 'addAll'],
  ['members/remove', 'removeMember'],
] as const
for (const [path, method] of COMMANDS)
  router
    .post(`/meetings/:id/${path}`, [Office, method])
    .as(`meetings.office.${path.replace('/', '.')}`)
    .where('id', id)
    .ability(manage)
