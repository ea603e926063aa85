// While mutants are tried: a property is tried thirty times at most, where it does not itself say how often.
import fc from 'fast-check'

fc.configureGlobal({ numRuns: 30 })
