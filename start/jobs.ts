// each import defines a kind of job; the worker, the demo and the tests go by this list
import '#jobs/jobs/purge_ended'
import '#approvals/jobs/review_many'
import '#certificates/jobs/render'
import '#notifications/jobs/announce'
import '#committees/jobs/transfer'
import '#lifecycle/jobs/expire_overdue'
import '#rules/jobs/simulate'
