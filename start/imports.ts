// each import defines a register that can be filled from Excel; pages and worker go by this list
import '#imports/kinds/receivers'
import '#imports/kinds/issuers'
import '#approvals/imports/path_links'
import '#committees/register/import'
import '#committees/imports/experts'
import '#certificates/imports/certificates'
