import { contractSuite } from '#province/contract_suite'
import province from '../index.js'

contractSuite(province, import.meta.url)
