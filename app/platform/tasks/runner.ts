import { addChore } from '#jobs/chores'
import { runTask } from '#platform/tasks/define_task'
import '#platform/tasks/migrate_all'
import '#platform/tasks/backups'

addChore(runTask)
