// each import defines a kind of job; the worker, the demo and the tests load this list
export {}
