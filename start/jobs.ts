// each import defines a kind of job; the worker, the demo and the tests go by this list
import '#approvals/jobs/review_many'
import '#committees/jobs/transfer'
import '#jobs/jobs/purge_ended'
import '#notifications/jobs/announce'
import '#notifications/jobs/interviews'
